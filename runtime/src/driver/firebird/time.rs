//! Dates and times as Firebird counts them: days since 17 November 1858, and tenths of a millisecond since midnight.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use crate::error::{Error, Kind, Result};

/// 17 November 1858 in days of the common era.
const EPOCH: i32 = 678_576;
const UNITS_PER_SECOND: u32 = 10_000;
const NANOS_PER_UNIT: u32 = 100_000;

/// A date.
pub fn write_date(date: NaiveDate) -> Result<i32> {
    // The years Firebird knows
    // (https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-datatypes-datetime).
    if !(1..=9999).contains(&date.year()) {
        return Err(Error::new(Kind::OutOfRange, "a date outside of the years 1 to 9999 cannot be stored"));
    }
    Ok(date.num_days_from_ce() - EPOCH)
}

/// A time of day. What is finer than the unit is cut, as it is for all engines below the microsecond.
pub fn write_time(time: NaiveTime) -> u32 {
    // A leap second is written as the last unit before it.
    let fraction = (time.nanosecond() / NANOS_PER_UNIT).min(UNITS_PER_SECOND - 1);
    time.num_seconds_from_midnight() * UNITS_PER_SECOND + fraction
}

/// A date and time.
pub fn write_timestamp(timestamp: NaiveDateTime) -> Result<(i32, u32)> {
    Ok((write_date(timestamp.date())?, write_time(timestamp.time())))
}

/// Reads a date.
pub fn read_date(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH)?)
}

/// Reads a time of day.
pub fn read_time(units: u32) -> Option<NaiveTime> {
    let nanos = (units % UNITS_PER_SECOND) * NANOS_PER_UNIT;
    NaiveTime::from_num_seconds_from_midnight_opt(units / UNITS_PER_SECOND, nanos)
}

/// Reads a date and time.
pub fn read_timestamp(days: i32, units: u32) -> Option<NaiveDateTime> {
    Some(read_date(days)?.and_time(read_time(units)?))
}

/// Reads an instant; Firebird sends it in UTC, whatever its zone.
pub fn read_timestamp_tz(days: i32, units: u32) -> Option<DateTime<Utc>> {
    Some(read_timestamp(days, units)?.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["0001-01-01T00:00:00", "2024-02-29T12:34:56.1234", "9999-12-31T23:59:59.9999"] {
            let timestamp: NaiveDateTime = text.parse().unwrap();
            let (days, units) = write_timestamp(timestamp).unwrap();
            assert_eq!(read_timestamp(days, units), Some(timestamp));
        }
        assert_eq!(write_date(NaiveDate::from_ymd_opt(1858, 11, 17).unwrap()).unwrap(), 0);
    }

    #[test]
    fn what_is_finer_is_cut() {
        let time = NaiveTime::from_hms_micro_opt(23, 59, 59, 999_999).unwrap();
        assert_eq!(read_time(write_time(time)), NaiveTime::from_hms_micro_opt(23, 59, 59, 999_900));
    }

    #[test]
    fn years_that_firebird_does_not_know_are_refused() {
        for year in [0, -1, 10_000] {
            let date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            assert_eq!(write_date(date).unwrap_err().kind(), Kind::OutOfRange);
        }
        assert_eq!(read_time(864_000_000), None);
    }
}
