//! A row of MySQL, read strictly from the binary protocol: no conversion that could hide a wrong value.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use sqlx::mysql::{MySql, MySqlRow, MySqlTypeInfo};
use sqlx::{Column, Decode, Row as _, Type, TypeInfo};
use uuid::Uuid;

use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// The row that came last.
pub struct MysqlRow<'a>(pub &'a MySqlRow);

impl MysqlRow<'_> {
    /// The bytes of a value and its type. sqlx's own check for NULL calls `0000-00-00` NULL, so it is not asked.
    fn value(&self, column: usize, wanted: &str) -> Result<(&MySqlTypeInfo, &[u8])> {
        self.bytes_of(column)?.ok_or_else(|| self.wrong(column, wanted))
    }

    fn bytes_of(&self, column: usize) -> Result<Option<(&MySqlTypeInfo, &[u8])>> {
        let (Some(described), Ok(value)) = (self.0.columns().get(column), self.0.try_get_raw(column)) else {
            return Err(no_column(column, self.0.len()));
        };
        let info = described.type_info();
        // The only error is that there is no value.
        Ok(<&[u8] as Decode<MySql>>::decode(value).ok().map(|bytes| (info, bytes)))
    }

    fn named(&self, column: usize, names: &[&str], wanted: &str) -> Result<&[u8]> {
        match self.value(column, wanted)? {
            (info, bytes) if names.contains(&info.name()) => Ok(bytes),
            _ => Err(self.wrong(column, wanted)),
        }
    }

    fn utf8<'r>(&self, column: usize, bytes: &'r [u8]) -> Result<&'r str> {
        std::str::from_utf8(bytes).map_err(|_| self.wrong(column, "valid UTF-8"))
    }

    #[cold]
    fn wrong(&self, column: usize, wanted: &str) -> Error {
        let described = self.0.columns().get(column);
        let name = described.map_or_else(|| column.to_string(), |column| column.name().to_owned());
        let found = match (self.bytes_of(column), described) {
            (Ok(None), _) => "NULL",
            (_, Some(described)) => described.type_info().name(),
            (_, None) => "nothing",
        };
        Error::new(Kind::Decode, format!("column `{name}` of the result holds no {wanted} (found {found})"))
    }
}

#[cold]
fn no_column(column: usize, columns: usize) -> Error {
    Error::new(Kind::Decode, format!("the result has {columns} columns, and column {column} was asked for"))
}

/// Whether it is text, and not bytes.
fn is_text(info: &MySqlTypeInfo) -> bool {
    <str as Type<MySql>>::compatible(info)
}

/// The number in up to eight bytes.
fn unsigned(bytes: &[u8]) -> Option<u64> {
    let mut number = [0; 8];
    number.get_mut(..bytes.len())?.copy_from_slice(bytes);
    Some(u64::from_le_bytes(number))
}

fn signed(bytes: &[u8]) -> Option<i64> {
    match *bytes {
        [a] => Some(i64::from(a.cast_signed())),
        [a, b] => Some(i64::from(i16::from_le_bytes([a, b]))),
        [a, b, c, d] => Some(i64::from(i32::from_le_bytes([a, b, c, d]))),
        _ => bytes.try_into().ok().map(i64::from_le_bytes),
    }
}

impl Row for MysqlRow<'_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        self.bytes_of(column).map(|value| value.is_none())
    }

    fn bool(&mut self, column: usize) -> Result<bool> {
        match self.i64(column).map_err(|_| self.wrong(column, "boolean"))? {
            0 => Ok(false),
            1 => Ok(true),
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
        let (info, bytes) = self.value(column, "integer")?;
        let number = match info.name() {
            // What SUM makes of integers.
            "DECIMAL" => self.utf8(column, bytes)?.parse().ok(),
            "BIT" => None,
            _ if <i64 as Type<MySql>>::compatible(info) => signed(bytes),
            _ if <u64 as Type<MySql>>::compatible(info) => {
                unsigned(bytes).and_then(|number| i64::try_from(number).ok())
            }
            _ => None,
        };
        number.ok_or_else(|| self.wrong(column, "integer"))
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        let bytes = self.named(column, &["FLOAT"], "32-bit float")?;
        bytes.try_into().map(f32::from_le_bytes).map_err(|_| self.wrong(column, "32-bit float"))
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        match *self.named(column, &["FLOAT", "DOUBLE"], "float")? {
            [a, b, c, d] => Ok(f64::from(f32::from_le_bytes([a, b, c, d]))),
            ref bytes => bytes.try_into().map(f64::from_le_bytes).map_err(|_| self.wrong(column, "float")),
        }
    }

    fn decimal(&mut self, column: usize, _: u8, _: u8) -> Result<Decimal> {
        match self.value(column, "decimal")? {
            (info, bytes) if info.name() == "DECIMAL" => {
                decimal::read(self.utf8(column, bytes)?).ok_or_else(|| self.wrong(column, "decimal of 28 digits"))
            }
            _ => self.i64(column).map(Decimal::from).map_err(|_| self.wrong(column, "decimal")),
        }
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        match self.value(column, "text")? {
            (info, bytes) if is_text(info) => self.utf8(column, bytes),
            _ => Err(self.wrong(column, "text")),
        }
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        match self.value(column, "bytes")? {
            (info, bytes) if <[u8] as Type<MySql>>::compatible(info) && !is_text(info) => Ok(bytes),
            _ => Err(self.wrong(column, "bytes")),
        }
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        let bytes = self.named(column, &["DATE"], "date")?;
        time::read_date(bytes).ok_or_else(|| self.wrong(column, "date of a calendar"))
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        let bytes = self.named(column, &["TIME"], "time")?;
        time::read_time(bytes).ok_or_else(|| self.wrong(column, "time of a day"))
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        let bytes = self.named(column, &["DATETIME", "TIMESTAMP"], "timestamp")?;
        time::read_timestamp(bytes).ok_or_else(|| self.wrong(column, "timestamp of a calendar"))
    }

    /// The session's time zone is UTC.
    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        self.timestamp(column).map(|timestamp| timestamp.and_utc())
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        Uuid::from_slice(self.bytes(column)?).map_err(|_| self.wrong(column, "UUID"))
    }

    /// MariaDB keeps documents as text.
    fn json(&mut self, column: usize) -> Result<&str> {
        match self.value(column, "document")? {
            (info, bytes) if info.name() == "JSON" || is_text(info) => self.utf8(column, bytes),
            _ => Err(self.wrong(column, "document")),
        }
    }
}
