//! Dates and times: days since the year 1, and steps of a power of ten since midnight.
//!
//! <https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/786f5b8a-f87d-4980-9070-b9b7274c681d>

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use tiberius::time as tds;

use crate::error::{Error, Kind, Result};

/// Digits of a second that the server keeps.
const SCALE: u8 = 7;
/// The nanoseconds of a second in one digit less than the server has.
const STEP: u32 = 100;
/// The last nanosecond of a second: where a leap second goes.
const LAST_NANOSECOND: u32 = 999_999_999;

/// # Errors
/// Of kind `OutOfRange` for a year that the server does not have
/// (<https://learn.microsoft.com/sql/t-sql/data-types/date-transact-sql>).
pub fn write_date(date: NaiveDate) -> Result<tds::Date> {
    if !(1..=9999).contains(&date.year()) {
        return Err(Error::new(Kind::OutOfRange, "a date outside of the years 1 to 9999 cannot be stored"));
    }
    // Day 1 is the first of January of the year 1, which is the server's day 0.
    Ok(tds::Date::new(date.num_days_from_ce().unsigned_abs() - 1))
}

/// A time of day.
pub fn write_time(time: NaiveTime) -> tds::Time {
    let steps = u64::from(time.nanosecond().min(LAST_NANOSECOND) / STEP);
    tds::Time::new(u64::from(time.num_seconds_from_midnight()) * 10_000_000 + steps, SCALE)
}

/// # Errors
/// As [`write_date`].
pub fn write_timestamp(timestamp: NaiveDateTime) -> Result<tds::DateTime2> {
    Ok(tds::DateTime2::new(write_date(timestamp.date())?, write_time(timestamp.time())))
}

/// # Errors
/// As [`write_date`].
pub fn write_instant(instant: DateTime<Utc>) -> Result<tds::DateTimeOffset> {
    Ok(tds::DateTimeOffset::new(write_timestamp(instant.naive_utc())?, 0))
}

/// `None` for what is no date.
pub fn read_date(date: tds::Date) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(date.days()).ok()?.checked_add(1)?)
}

/// `None` for what is no time of day.
pub fn read_time(time: tds::Time) -> Option<NaiveTime> {
    let steps = 10_u64.checked_pow(u32::from(time.scale())).filter(|steps| *steps <= 1_000_000_000)?;
    let nanoseconds = time.increments() % steps * (1_000_000_000 / steps);
    let seconds = u32::try_from(time.increments() / steps).ok()?;
    NaiveTime::from_num_seconds_from_midnight_opt(seconds, u32::try_from(nanoseconds).ok()?)
}

/// `None` for what is no date and time.
pub fn read_timestamp(timestamp: tds::DateTime2) -> Option<NaiveDateTime> {
    Some(read_date(timestamp.date())?.and_time(read_time(timestamp.time())?))
}

/// The protocol carries the time in UTC, and the offset beside it.
pub fn read_instant(instant: tds::DateTimeOffset) -> Option<DateTime<Utc>> {
    read_timestamp(instant.datetime2()).map(|timestamp| timestamp.and_utc())
}

/// The older type: days since 1900, and three hundredths of a second, which the server shows as milliseconds.
pub fn read_old(old: tds::DateTime) -> Option<NaiveDateTime> {
    let milliseconds = (u64::from(old.seconds_fragments()) * 10 + 1) / 3;
    nineteen_hundred()?
        .checked_add_signed(TimeDelta::days(i64::from(old.days())))?
        .checked_add_signed(TimeDelta::milliseconds(i64::try_from(milliseconds).ok()?))
}

/// The oldest type: days since 1900, and minutes.
pub fn read_small(small: tds::SmallDateTime) -> Option<NaiveDateTime> {
    let day = nineteen_hundred()?.checked_add_days(Days::new(u64::from(small.days())))?;
    day.checked_add_signed(TimeDelta::minutes(i64::from(small.seconds_fragments())))
}

fn nineteen_hundred() -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(1900, 1, 1)?.and_hms_opt(0, 0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["0001-01-01T00:00:00", "1969-12-31T23:59:59.999999", "9999-12-31T23:59:59.9999999"] {
            let timestamp: NaiveDateTime = text.parse().unwrap();
            assert_eq!(read_timestamp(write_timestamp(timestamp).unwrap()), Some(timestamp));
            assert_eq!(read_date(write_date(timestamp.date()).unwrap()), Some(timestamp.date()));
            assert_eq!(read_time(write_time(timestamp.time())), Some(timestamp.time()));
            assert_eq!(read_instant(write_instant(timestamp.and_utc()).unwrap()), Some(timestamp.and_utc()));
        }
        let leap = write_time(NaiveTime::from_hms_milli_opt(23, 59, 59, 1_500).unwrap());
        assert_eq!(read_time(leap).unwrap().to_string(), "23:59:59.999999900");
    }

    #[test]
    fn days_count_from_the_year_1() {
        let of = |year, month, day| write_date(NaiveDate::from_ymd_opt(year, month, day).unwrap());
        assert_eq!(of(1, 1, 1).unwrap().days(), 0);
        assert_eq!(of(1900, 1, 1).unwrap().days(), 693_595);
        assert_eq!(of(9999, 12, 31).unwrap().days(), 3_652_058);
        assert_eq!(of(0, 12, 31).unwrap_err().kind(), Kind::OutOfRange);
        assert_eq!(of(10_000, 1, 1).unwrap_err().kind(), Kind::OutOfRange);
    }

    #[test]
    fn every_scale_is_read() {
        let time = |steps, scale| read_time(tds::Time::new(steps, scale)).map(|time| time.to_string());
        assert_eq!(time(3_661, 0).as_deref(), Some("01:01:01"));
        assert_eq!(time(3_661_500, 3).as_deref(), Some("01:01:01.500"));
        assert_eq!(time(1, 7).as_deref(), Some("00:00:00.000000100"));
        assert_eq!(time(86_400, 0), None, "a day");
        assert_eq!(time(u64::MAX, 200), None, "no such scale");
    }

    #[test]
    fn the_older_types_are_read() {
        let old = |days, fragments| read_old(tds::DateTime::new(days, fragments)).map(|found| found.to_string());
        assert_eq!(old(0, 1).as_deref(), Some("1900-01-01 00:00:00.003"));
        assert_eq!(old(0, 2).as_deref(), Some("1900-01-01 00:00:00.007"));
        assert_eq!(old(-1, 299).as_deref(), Some("1899-12-31 00:00:00.997"));
        let small = read_small(tds::SmallDateTime::new(45_350, 61)).unwrap();
        assert_eq!(small.to_string(), "2024-03-01 01:01:00");
    }
}
