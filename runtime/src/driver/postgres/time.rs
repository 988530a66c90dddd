//! Dates and times on the wire: days or microseconds since the year 2000, or since midnight.
//!
//! <https://www.postgresql.org/docs/current/datatype-datetime.html>

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};

use crate::error::{Error, Kind, Result};

/// 2000-01-01 00:00:00 in seconds since 1970.
const EPOCH: i64 = 946_684_800;
const MICROSECONDS_A_SECOND: i64 = 1_000_000;

/// A date in days.
///
/// # Errors
/// Of kind `OutOfRange` for a year that the other engines do not have.
pub fn write_date(date: NaiveDate) -> Result<i32> {
    check_year(date)?;
    let days = date.signed_duration_since(epoch().date()).num_days();
    i32::try_from(days).map_err(|_| out_of_range())
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

fn check_year(date: NaiveDate) -> Result<()> {
    if (0..=9999).contains(&date.year()) { Ok(()) } else { Err(out_of_range()) }
}

#[cold]
fn out_of_range() -> Error {
    Error::new(Kind::OutOfRange, "a date outside of the years 0 to 9999 cannot be stored")
}

/// Reads a date. `None` for the infinities.
pub fn read_date(days: i32) -> Option<NaiveDate> {
    epoch().date().checked_add_signed(TimeDelta::try_days(i64::from(days))?)
}

/// Reads a time of day. `None` for 24:00, which is no time of a day.
pub fn read_time(micros: i64) -> Option<NaiveTime> {
    let seconds = u32::try_from(micros.div_euclid(MICROSECONDS_A_SECOND)).ok()?;
    let nanos = u32::try_from(micros.rem_euclid(MICROSECONDS_A_SECOND) * 1_000).ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, nanos)
}

/// Reads a date and time. `None` for the infinities.
pub fn read_timestamp(micros: i64) -> Option<NaiveDateTime> {
    epoch().checked_add_signed(TimeDelta::microseconds(micros))
}

/// Reads an instant. `None` for the infinities.
pub fn read_timestamp_tz(micros: i64) -> Option<DateTime<Utc>> {
    Some(read_timestamp(micros)?.and_utc())
}

fn epoch() -> NaiveDateTime {
    DateTime::UNIX_EPOCH.naive_utc() + TimeDelta::seconds(EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        assert_eq!(epoch().to_string(), "2000-01-01 00:00:00");
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
        assert_eq!(read_timestamp(i64::MAX), None);
        assert_eq!(read_timestamp(i64::MIN), None);
        assert_eq!(read_time(86_400_000_000), None);
        assert!(write_date(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap()).is_err());
    }
}
