//! Dates and times on the wire: a length, then year, month and so on, as many as are needed.
//!
//! <https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html>

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

use crate::error::{Error, Kind, Result};

/// The last microsecond of a second: where a leap second goes.
const LAST_MICROSECOND: u32 = 999_999;

/// Writes a date.
///
/// # Errors
/// Of kind `OutOfRange` for a year that the other engines do not have.
pub fn write_date(date: NaiveDate, buffer: &mut Vec<u8>) -> Result<()> {
    let days = days(date)?;
    buffer.push(4);
    buffer.extend_from_slice(&days);
    Ok(())
}

/// Writes a time of day.
pub fn write_time(time: NaiveTime, buffer: &mut Vec<u8>) {
    // Not negative, and of no day.
    buffer.extend_from_slice(&[12, 0, 0, 0, 0, 0]);
    buffer.extend_from_slice(&clock(time));
}

/// Writes a date and time.
///
/// # Errors
/// Of kind `OutOfRange` for a year that the other engines do not have.
pub fn write_timestamp(timestamp: NaiveDateTime, buffer: &mut Vec<u8>) -> Result<()> {
    let days = days(timestamp.date())?;
    buffer.push(11);
    buffer.extend_from_slice(&days);
    buffer.extend_from_slice(&clock(timestamp.time()));
    Ok(())
}

fn days(date: NaiveDate) -> Result<[u8; 4]> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year <= 9999).ok_or_else(out_of_range)?;
    let [low, high] = year.to_le_bytes();
    Ok([low, high, date.month() as u8, date.day() as u8])
}

fn clock(time: NaiveTime) -> [u8; 7] {
    let [a, b, c, d] = (time.nanosecond() / 1_000).min(LAST_MICROSECOND).to_le_bytes();
    [time.hour() as u8, time.minute() as u8, time.second() as u8, a, b, c, d]
}

#[cold]
fn out_of_range() -> Error {
    Error::new(Kind::OutOfRange, "a date outside of the years 0 to 9999 cannot be stored")
}

/// Reads a date, also of a date and time at midnight. `None` for `0000-00-00` and its like.
pub fn read_date(bytes: &[u8]) -> Option<NaiveDate> {
    match bytes {
        [4, date @ ..] => date_of(date),
        _ => read_timestamp(bytes).filter(|timestamp| timestamp.time() == NaiveTime::MIN).map(|found| found.date()),
    }
}

/// Reads a time of day. `None` for what is negative or longer than a day.
pub fn read_time(bytes: &[u8]) -> Option<NaiveTime> {
    match bytes {
        [0] => Some(NaiveTime::MIN),
        [8 | 12, 0, 0, 0, 0, 0, clock @ ..] => time_of(clock),
        _ => None,
    }
}

/// Reads a date and time. `None` for `0000-00-00` and its like.
pub fn read_timestamp(bytes: &[u8]) -> Option<NaiveDateTime> {
    match bytes {
        [4, date @ ..] => Some(date_of(date)?.and_time(NaiveTime::MIN)),
        [7 | 11, rest @ ..] => {
            let (date, clock) = rest.split_at_checked(4)?;
            Some(date_of(date)?.and_time(time_of(clock)?))
        }
        _ => None,
    }
}

fn date_of(bytes: &[u8]) -> Option<NaiveDate> {
    let &[low, high, month, day] = bytes else { return None };
    NaiveDate::from_ymd_opt(i32::from(u16::from_le_bytes([low, high])), u32::from(month), u32::from(day))
}

fn time_of(bytes: &[u8]) -> Option<NaiveTime> {
    let (hour, minute, second, micros) = match *bytes {
        [hour, minute, second] => (hour, minute, second, 0),
        [hour, minute, second, a, b, c, d] => (hour, minute, second, u32::from_le_bytes([a, b, c, d])),
        _ => return None,
    };
    let micros = Some(micros).filter(|micros| *micros <= LAST_MICROSECOND)?;
    NaiveTime::from_hms_micro_opt(u32::from(hour), u32::from(minute), u32::from(second), micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["0000-01-01T00:00:00", "1969-12-31T23:59:59.999999", "9999-12-31T23:59:59.999999"] {
            let timestamp: NaiveDateTime = text.parse().unwrap();
            let [mut whole, mut date, mut time] = [const { Vec::new() }; 3];
            write_timestamp(timestamp, &mut whole).unwrap();
            write_date(timestamp.date(), &mut date).unwrap();
            write_time(timestamp.time(), &mut time);
            assert_eq!(read_timestamp(&whole), Some(timestamp));
            assert_eq!(read_date(&date), Some(timestamp.date()));
            assert_eq!(read_time(&time), Some(timestamp.time()));
        }
        let mut leap = Vec::new();
        write_time(NaiveTime::from_hms_milli_opt(23, 59, 59, 1_500).unwrap(), &mut leap);
        assert_eq!(read_time(&leap).unwrap().to_string(), "23:59:59.999999");
    }

    #[test]
    fn shorter_forms_are_read() {
        let day = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        assert_eq!(read_timestamp(&[4, 0xe8, 7, 2, 29]), day.and_hms_opt(0, 0, 0));
        assert_eq!(read_timestamp(&[7, 0xe8, 7, 2, 29, 1, 2, 3]), day.and_hms_opt(1, 2, 3));
        assert_eq!(read_date(&[7, 0xe8, 7, 2, 29, 0, 0, 0]), Some(day));
        assert_eq!(read_time(&[8, 0, 0, 0, 0, 0, 1, 2, 3]), NaiveTime::from_hms_opt(1, 2, 3));
        assert_eq!(read_time(&[0]), Some(NaiveTime::MIN));
    }

    #[test]
    fn what_is_no_time_is_refused() {
        assert_eq!(read_timestamp(&[0]), None, "0000-00-00");
        assert_eq!(read_date(&[4, 0xe8, 7, 2, 0]), None, "2024-02-00");
        assert_eq!(read_date(&[7, 0xe8, 7, 2, 29, 0, 0, 1]), None, "not midnight");
        assert_eq!(read_time(&[8, 1, 0, 0, 0, 0, 1, 2, 3]), None, "negative");
        assert_eq!(read_time(&[8, 0, 1, 0, 0, 0, 1, 2, 3]), None, "a day and more");
        assert_eq!(read_time(&[]), None);
        assert!(write_date(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap(), &mut Vec::new()).is_err());
        assert!(write_date(NaiveDate::from_ymd_opt(-1, 1, 1).unwrap(), &mut Vec::new()).is_err());
    }
}
