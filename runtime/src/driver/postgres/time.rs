//! Dates and times on the wire: days or microseconds since the year 2000, or since midnight.
//!
//! <https://www.postgresql.org/docs/current/datatype-datetime.html>

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use crate::error::{Error, Kind, Result};

const MICROSECONDS_A_SECOND: i64 = 1_000_000;
/// 2000-01-01 in days, as chrono counts them: the first day of the year 1 is 1.
const EPOCH_DAY: i32 = 730_120;
/// The same midnight in microseconds since 1970.
const EPOCH: i64 = 946_684_800 * MICROSECONDS_A_SECOND;

/// A date in days.
///
/// # Errors
/// Of kind `OutOfRange` for a year that the other engines do not have.
pub fn write_date(date: NaiveDate) -> Result<i32> {
    if (0..=9999).contains(&date.year()) { Ok(date.num_days_from_ce() - EPOCH_DAY) } else { Err(out_of_range()) }
}

/// A time of day in microseconds.
pub fn write_time(time: NaiveTime) -> i64 {
    // A leap second is written as the last microsecond before it.
    let micros = i64::from(time.nanosecond() / 1_000).min(MICROSECONDS_A_SECOND - 1);
    i64::from(time.num_seconds_from_midnight()) * MICROSECONDS_A_SECOND + micros
}

/// A date and time in microseconds.
///
/// # Errors
/// Of kind `OutOfRange` for a year that the other engines do not have.
pub fn write_timestamp(timestamp: NaiveDateTime) -> Result<i64> {
    let days = i64::from(write_date(timestamp.date())?);
    Ok(days * 86_400 * MICROSECONDS_A_SECOND + write_time(timestamp.time()))
}

#[cold]
fn out_of_range() -> Error {
    Error::new(Kind::OutOfRange, "a date outside of the years 0 to 9999 cannot be stored")
}

/// Reads a date. `None` for the infinities.
pub fn read_date(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH_DAY)?)
}

/// Reads a time of day. `None` for 24:00, which is no time of a day.
pub fn read_time(micros: i64) -> Option<NaiveTime> {
    let seconds = u32::try_from(micros.div_euclid(MICROSECONDS_A_SECOND)).ok()?;
    let nanos = u32::try_from(micros.rem_euclid(MICROSECONDS_A_SECOND) * 1_000).ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos)
}

/// Reads a date and time. `None` for the infinities.
pub fn read_timestamp(micros: i64) -> Option<NaiveDateTime> {
    Some(read_timestamp_tz(micros)?.naive_utc())
}

/// Reads an instant. `None` for the infinities.
pub fn read_timestamp_tz(micros: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_micros(micros.checked_add(EPOCH)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(read_timestamp(0).unwrap().to_string(), "2000-01-01 00:00:00");
        assert_eq!(read_date(-1).unwrap().to_string(), "1999-12-31");
        for text in ["0000-01-01T00:00:00", "1999-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999"] {
            let timestamp: NaiveDateTime = text.parse().unwrap();
            assert_eq!(read_timestamp(write_timestamp(timestamp).unwrap()), Some(timestamp));
            assert_eq!(read_date(write_date(timestamp.date()).unwrap()), Some(timestamp.date()));
            assert_eq!(read_time(write_time(timestamp.time())), Some(timestamp.time()));
        }
        let leap = NaiveTime::from_hms_milli_opt(23, 59, 59, 1_500).unwrap();
        assert_eq!(read_time(write_time(leap)).unwrap().to_string(), "23:59:59.999999");
    }

    #[test]
    fn what_is_no_time_is_refused() {
        assert_eq!(read_date(i32::MAX), None);
        assert_eq!(read_date(i32::MIN), None);
        assert_eq!(read_timestamp(i64::MAX), None);
        assert_eq!(read_timestamp(i64::MIN), None);
        assert_eq!(read_time(86_400_000_000), None);
        assert!(write_date(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap()).is_err());
    }
}
