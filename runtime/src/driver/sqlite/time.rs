//! Dates and times as texts of fixed width, so that the order of the texts is the order of the times.
//!
//! `YYYY-MM-DD`, `HH:MM:SS.ffffff`, `YYYY-MM-DD HH:MM:SS.ffffff`, and the last with `+00:00` for an instant: all of them
//! are understood by SQLite's own functions (<https://www.sqlite.org/lang_datefunc.html>).

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc};

use crate::error::{Error, Kind, Result};

/// A text on the stack.
pub struct Buffer {
    bytes: [u8; 32],
    len: usize,
}

impl Buffer {
    const fn new() -> Self {
        Self { bytes: [0; 32], len: 0 }
    }

    /// What was written; digits and signs only, so always valid UTF-8.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }

    fn push(&mut self, byte: u8) {
        self.bytes[self.len] = byte;
        self.len += 1;
    }

    fn digits<const N: usize>(&mut self, mut number: u32) {
        for place in (0..N).rev() {
            self.bytes[self.len + place] = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.len += N;
    }

    fn date(&mut self, date: NaiveDate) -> Result<()> {
        let year = u32::try_from(date.year()).ok().filter(|year| *year <= 9999).ok_or_else(out_of_range)?;
        self.digits::<4>(year);
        self.push(b'-');
        self.digits::<2>(date.month());
        self.push(b'-');
        self.digits::<2>(date.day());
        Ok(())
    }

    fn time(&mut self, time: NaiveTime) {
        self.digits::<2>(time.hour());
        self.push(b':');
        self.digits::<2>(time.minute());
        self.push(b':');
        self.digits::<2>(time.second());
        self.push(b'.');
        // A leap second is written as the last microsecond before it.
        self.digits::<6>((time.nanosecond() / 1_000).min(999_999));
    }
}

#[cold]
fn out_of_range() -> Error {
    Error::new(Kind::OutOfRange, "a date outside of the years 0 to 9999 cannot be stored")
}

/// Writes a date.
pub fn write_date(date: NaiveDate) -> Result<Buffer> {
    let mut buffer = Buffer::new();
    buffer.date(date)?;
    Ok(buffer)
}

/// Writes a time of day.
pub fn write_time(time: NaiveTime) -> Buffer {
    let mut buffer = Buffer::new();
    buffer.time(time);
    buffer
}

/// Writes a date and time.
pub fn write_timestamp(timestamp: NaiveDateTime) -> Result<Buffer> {
    let mut buffer = write_date(timestamp.date())?;
    buffer.push(b' ');
    buffer.time(timestamp.time());
    Ok(buffer)
}

/// Writes an instant.
pub fn write_timestamp_tz(timestamp: DateTime<Utc>) -> Result<Buffer> {
    let mut buffer = write_timestamp(timestamp.naive_utc())?;
    for byte in *b"+00:00" {
        buffer.push(byte);
    }
    Ok(buffer)
}

/// Reads a date.
pub fn read_date(text: &[u8]) -> Option<NaiveDate> {
    let &[a, b, c, d, b'-', e, f, b'-', g, h] = text else { return None };
    let year = number(&[a, b, c, d])?;
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(&[e, f])?, number(&[g, h])?)
}

/// Reads a time of day, with up to nine digits of a second.
pub fn read_time(text: &[u8]) -> Option<NaiveTime> {
    let (clock, fraction) = text.split_at_checked(8)?;
    let &[a, b, b':', c, d, b':', e, f] = clock else { return None };
    let nanos = match fraction {
        [] => 0,
        [b'.', digits @ ..] if (1..=9).contains(&digits.len()) => {
            number(digits)? * 10_u32.pow(9 - u32::try_from(digits.len()).ok()?)
        }
        _ => return None,
    };
    NaiveTime::from_hms_nano_opt(number(&[a, b])?, number(&[c, d])?, number(&[e, f])?, nanos)
}

/// Reads a date and time, with a blank or a `T` between.
pub fn read_timestamp(text: &[u8]) -> Option<NaiveDateTime> {
    let (date, rest) = text.split_at_checked(10)?;
    let [b' ' | b'T', time @ ..] = rest else { return None };
    Some(read_date(date)?.and_time(read_time(time)?))
}

/// Reads an instant: `+00:00` or `Z` at the end, or nothing (SQLite's own functions write UTC without a mark).
pub fn read_timestamp_tz(text: &[u8]) -> Option<DateTime<Utc>> {
    let text = text.strip_suffix(b"+00:00").or_else(|| text.strip_suffix(b"Z")).unwrap_or(text);
    Some(read_timestamp(text)?.and_utc())
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timestamp(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        for text in ["0000-01-01T00:00:00", "2024-02-29T12:34:56.123456", "9999-12-31T23:59:59.999999"] {
            let written = write_timestamp(timestamp(text)).unwrap();
            assert_eq!(written.bytes().len(), 26);
            assert_eq!(read_timestamp(written.bytes()), Some(timestamp(text)));
            let written = write_timestamp_tz(timestamp(text).and_utc()).unwrap();
            assert_eq!(read_timestamp_tz(written.bytes()), Some(timestamp(text).and_utc()));
        }
    }

    #[test]
    fn the_order_of_texts_is_the_order_of_times() {
        let early = write_timestamp(timestamp("2024-02-29T12:34:56.000009")).unwrap();
        let late = write_timestamp(timestamp("2024-02-29T12:34:56.00001")).unwrap();
        assert!(early.bytes() < late.bytes());
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in ["", "2024-2-29", "2024-02-30", "20240229", "2024-02-29 25:00:00", "2024-02-29 12:34:56.", "x"] {
            assert_eq!(read_timestamp(text.as_bytes()), None, "{text}");
        }
        assert!(write_date(NaiveDate::from_ymd_opt(10_000, 1, 1).unwrap()).is_err());
        assert!(write_date(NaiveDate::from_ymd_opt(-1, 1, 1).unwrap()).is_err());
    }

    #[test]
    fn what_sqlite_writes_is_read() {
        assert_eq!(read_timestamp(b"2024-02-29 12:34:56").unwrap(), timestamp("2024-02-29T12:34:56"));
        assert_eq!(read_timestamp_tz(b"2024-02-29 12:34:56.5").unwrap(), timestamp("2024-02-29T12:34:56.5").and_utc());
    }
}
