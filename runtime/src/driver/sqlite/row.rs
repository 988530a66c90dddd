//! A row of SQLite, read strictly: no conversion that could hide a wrong value.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rusqlite::types::ValueRef;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::decimal::INTEGER_DIGITS;
use super::time;
use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// The row the statement stands on.
pub struct SqliteRow<'a, 's>(pub &'a rusqlite::Row<'s>);

impl SqliteRow<'_, '_> {
    fn value(&self, column: usize) -> Result<ValueRef<'_>> {
        self.0.get_ref(column).map_err(|error| {
            Error::new(Kind::Decode, format!("column {column} of the result cannot be read")).with_source(error)
        })
    }

    #[cold]
    fn wrong(&self, column: usize, wanted: &str) -> Error {
        let found = match self.0.get_ref(column) {
            Ok(value) => value.data_type().to_string(),
            Err(_) => "nothing".to_owned(),
        };
        let name = self.0.as_ref().column_name(column).map_or_else(|_| column.to_string(), str::to_owned);
        Error::new(Kind::Decode, format!("column `{name}` of the result holds no {wanted} (found {found})"))
    }

    fn chars(&self, column: usize, wanted: &str) -> Result<&[u8]> {
        match self.value(column)? {
            ValueRef::Text(bytes) => Ok(bytes),
            _ => Err(self.wrong(column, wanted)),
        }
    }
}

impl Row for SqliteRow<'_, '_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        Ok(matches!(self.value(column)?, ValueRef::Null))
    }

    fn bool(&mut self, column: usize) -> Result<bool> {
        match self.value(column)? {
            ValueRef::Integer(0) => Ok(false),
            ValueRef::Integer(1) => Ok(true),
            _ => Err(self.wrong(column, "boolean")),
        }
    }

    fn i16(&mut self, column: usize) -> Result<i16> {
        self.i64(column)?.try_into().map_err(|_| self.wrong(column, "16-bit integer"))
    }

    fn i32(&mut self, column: usize) -> Result<i32> {
        self.i64(column)?.try_into().map_err(|_| self.wrong(column, "32-bit integer"))
    }

    fn i64(&mut self, column: usize) -> Result<i64> {
        match self.value(column)? {
            ValueRef::Integer(value) => Ok(value),
            _ => Err(self.wrong(column, "integer")),
        }
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        // Written as the double of a float, so narrowing it gives the float back.
        let (wide, narrow) = match self.value(column)? {
            ValueRef::Real(wide) => (wide, wide as f32),
            _ => return Err(self.wrong(column, "32-bit float")),
        };
        if wide.is_finite() && !narrow.is_finite() { Err(self.wrong(column, "32-bit float")) } else { Ok(narrow) }
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        match self.value(column)? {
            ValueRef::Real(value) => Ok(value),
            _ => Err(self.wrong(column, "number")),
        }
    }

    fn decimal(&mut self, column: usize, precision: u8, scale: u8) -> Result<Decimal> {
        match self.value(column)? {
            ValueRef::Integer(value) if precision <= INTEGER_DIGITS => Ok(Decimal::new(value, u32::from(scale))),
            ValueRef::Text(text) => std::str::from_utf8(text)
                .ok()
                .and_then(|text| Decimal::from_str_exact(text).ok())
                .ok_or_else(|| self.wrong(column, "decimal")),
            _ => Err(self.wrong(column, "decimal")),
        }
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        std::str::from_utf8(self.chars(column, "text")?).map_err(|_| self.wrong(column, "valid UTF-8"))
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        match self.value(column)? {
            ValueRef::Blob(bytes) => Ok(bytes),
            _ => Err(self.wrong(column, "bytes")),
        }
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        time::read_date(self.chars(column, "date")?).ok_or_else(|| self.wrong(column, "date"))
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        time::read_time(self.chars(column, "time")?).ok_or_else(|| self.wrong(column, "time"))
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        time::read_timestamp(self.chars(column, "timestamp")?).ok_or_else(|| self.wrong(column, "timestamp"))
    }

    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        time::read_timestamp_tz(self.chars(column, "timestamp")?).ok_or_else(|| self.wrong(column, "timestamp"))
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        Uuid::from_slice(self.bytes(column)?).map_err(|_| self.wrong(column, "UUID"))
    }

    fn json(&mut self, column: usize) -> Result<&str> {
        self.text(column)
    }
}
