//! Dates and times as the client counts them, which checks nothing by itself.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};
use oracledb::{OracleIntervalDS, OracleTimestamp};

use crate::error::{Error, Kind, Result};

/// The last nanosecond of a second: where a leap second goes.
const LAST_NANOSECOND: u32 = 999_999_999;

/// # Errors
/// Of kind `OutOfRange` for a year before the first, which the client would write as another one, or after the server's last
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html>).
pub fn write_date(date: NaiveDate) -> Result<OracleTimestamp> {
    write_timestamp(date.and_time(NaiveTime::MIN))
}

/// A time of day: how long after midnight. The server has no other type for it.
pub fn write_time(time: NaiveTime) -> OracleIntervalDS {
    let nanoseconds = time.nanosecond().min(LAST_NANOSECOND);
    // Below 24, 60, 60 and 10⁹.
    OracleIntervalDS::new(0, time.hour() as i8, time.minute() as i8, time.second() as i8, nanoseconds as i32)
}

/// # Errors
/// As [`write_date`].
pub fn write_timestamp(timestamp: NaiveDateTime) -> Result<OracleTimestamp> {
    if !(1..=9999).contains(&timestamp.year()) {
        return Err(Error::new(Kind::OutOfRange, "a date outside of the years 1 to 9999 cannot be stored"));
    }
    let leap = timestamp.with_nanosecond(timestamp.nanosecond().min(LAST_NANOSECOND));
    Ok(OracleTimestamp::from(leap.unwrap_or(timestamp)))
}

/// The session is in UTC, so that the server takes what has no zone for it.
///
/// # Errors
/// As [`write_date`].
pub fn write_instant(instant: DateTime<Utc>) -> Result<OracleTimestamp> {
    write_timestamp(instant.naive_utc())
}

/// `None` for what has a time of day.
pub fn read_date(date: OracleTimestamp) -> Option<NaiveDate> {
    read_timestamp(date).filter(|timestamp| timestamp.time() == NaiveTime::MIN).map(|timestamp| timestamp.date())
}

/// `None` for what is longer than a day or before midnight.
pub fn read_time(interval: OracleIntervalDS) -> Option<NaiveTime> {
    let part = |part: i8| u32::try_from(part).ok();
    let (hours, minutes, seconds) = (part(interval.hours())?, part(interval.minutes())?, part(interval.seconds())?);
    let nanoseconds = u32::try_from(interval.nanoseconds()).ok()?;
    (interval.days() == 0).then(|| NaiveTime::from_hms_nano_opt(hours, minutes, seconds, nanoseconds)).flatten()
}

/// `None` for what is no date and time.
pub fn read_timestamp(timestamp: OracleTimestamp) -> Option<NaiveDateTime> {
    timestamp.try_into().ok()
}

/// The server sends instants in UTC, whatever their zone. `None` for what has none.
pub fn read_instant(timestamp: OracleTimestamp) -> Option<DateTime<Utc>> {
    timestamp.is_utc().then(|| read_timestamp(timestamp)).flatten().map(|timestamp| timestamp.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["0001-01-01T00:00:00", "1969-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999"] {
            let timestamp: NaiveDateTime = text.parse().unwrap();
            assert_eq!(read_timestamp(write_timestamp(timestamp).unwrap()), Some(timestamp));
            assert_eq!(read_date(write_date(timestamp.date()).unwrap()), Some(timestamp.date()));
            assert_eq!(read_time(write_time(timestamp.time())), Some(timestamp.time()));
        }
        let leap = NaiveTime::from_hms_milli_opt(23, 59, 59, 1_500).unwrap();
        assert_eq!(read_time(write_time(leap)).unwrap().to_string(), "23:59:59.999999999");
    }

    #[test]
    fn what_is_something_else_is_not_read() {
        assert_eq!(read_date(OracleTimestamp::new_timestamp(2024, 2, 29, 1, 0, 0, 0)), None, "a DATE with a time");
        assert_eq!(read_timestamp(OracleTimestamp::new_date(2024, 2, 30)), None);
        assert_eq!(read_instant(OracleTimestamp::new_date(2024, 2, 29)), None, "no zone");
        assert!(read_instant(OracleTimestamp::new_utc_timestamp(2024, 2, 29, 0, 0, 0, 0)).is_some());
        assert_eq!(read_time(OracleIntervalDS::new(1, 0, 0, 0, 0)), None, "a day");
        assert_eq!(read_time(OracleIntervalDS::new(0, -1, 0, 0, 0)), None, "before midnight");
    }

    #[test]
    fn years_that_the_client_would_change_are_refused() {
        for year in [-5, 0, 10_000] {
            let date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            assert_eq!(write_date(date).unwrap_err().kind(), Kind::OutOfRange, "{year}");
        }
    }
}
