//! How the bare side keeps instants as text: as rusqlite does by itself, or by hand, the fastest way there is.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Result, Row};

/// A way to read and write instants.
pub trait Times: 'static {
    /// What the tables call the side that uses it.
    const TITLE: &'static str;
    /// The parameter of an instant.
    fn bind(time: DateTime<Utc>) -> impl ToSql;
    /// The instant in a column.
    fn read(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>>;
}

/// rusqlite's own feature `chrono`.
#[derive(Debug)]
pub struct Own;

impl Times for Own {
    const TITLE: &'static str = "rusqlite, own chrono";

    fn bind(time: DateTime<Utc>) -> impl ToSql {
        time
    }

    fn read(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
        row.get(column)
    }
}

/// By hand: the text has one form only, `YYYY-MM-DD HH:MM:SS.ffffff+00:00`, so that text order is time order.
#[derive(Debug)]
pub struct ByHand;

impl Times for ByHand {
    const TITLE: &'static str = "rusqlite, tuned";

    fn bind(time: DateTime<Utc>) -> impl ToSql {
        Text::of(time)
    }

    fn read(row: &Row<'_>, column: usize) -> Result<DateTime<Utc>> {
        row.get::<_, Instant>(column).map(|instant| instant.0)
    }
}

/// The text of an instant, without an allocation.
struct Text([u8; 32]);

impl Text {
    fn of(time: DateTime<Utc>) -> Self {
        let mut text = Text(*b"0000-00-00 00:00:00.000000+00:00");
        text.put(0, 4, time.year().unsigned_abs());
        text.put(5, 2, time.month());
        text.put(8, 2, time.day());
        text.put(11, 2, time.hour());
        text.put(14, 2, time.minute());
        text.put(17, 2, time.second());
        text.put(20, 6, time.nanosecond() / 1_000);
        text
    }

    fn put(&mut self, at: usize, width: usize, mut number: u32) {
        for byte in self.0[at..at + width].iter_mut().rev() {
            *byte = b'0' + (number % 10) as u8;
            number /= 10;
        }
    }
}

impl ToSql for Text {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Text(&self.0)))
    }
}

struct Instant(DateTime<Utc>);

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text: &[u8; 32] = value.as_bytes()?.try_into().map_err(|_| FromSqlError::InvalidType)?;
        parse(text).map(Instant).ok_or(FromSqlError::InvalidType)
    }
}

fn parse(text: &[u8; 32]) -> Option<DateTime<Utc>> {
    let number = |at: usize, width: usize| {
        text[at..at + width]
            .iter()
            .try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
    };
    if text[26..] != *b"+00:00" {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(i32::try_from(number(0, 4)?).ok()?, number(5, 2)?, number(8, 2)?)?;
    let time = date.and_hms_micro_opt(number(11, 2)?, number(14, 2)?, number(17, 2)?, number(20, 6)?)?;
    Some(time.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::patient::patient;

    #[test]
    fn an_instant_survives_its_text() {
        for number in 0..1_000 {
            let time = patient(number * 977).admitted_at;
            assert_eq!(parse(&Text::of(time).0), Some(time));
        }
    }
}
