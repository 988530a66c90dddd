//! A row of MySQL or MariaDB, read from the binary protocol by the type the server names.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use sqlx::decode::Decode;
use sqlx::mysql::{MySql, MySqlRow, MySqlValueRef};
use sqlx::{Column, Row as _, TypeInfo, ValueRef};
use uuid::Uuid;

use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// The row that came last.
pub struct MysqlRow<'a>(pub &'a MySqlRow);

/// Texts and bytes: which of the two a column holds, a binary collation leaves open.
const STRINGS: [&str; 13] = [
    "VARCHAR",
    "CHAR",
    "TEXT",
    "TINYTEXT",
    "MEDIUMTEXT",
    "LONGTEXT",
    "ENUM",
    "JSON",
    "VARBINARY",
    "BINARY",
    "BLOB",
    "MEDIUMBLOB",
    "LONGBLOB",
];
const INTEGERS: [&str; 6] = ["BOOLEAN", "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT"];

impl<'a> MysqlRow<'a> {
    /// The value, if it is there and its type is one of these.
    fn value(&self, column: usize, types: &[&str], wanted: &str) -> Result<MySqlValueRef<'a>> {
        let value = self.0.try_get_raw(column).map_err(|_| no_column(column, self.0.len()))?;
        if value.is_null() || !types.contains(&value.type_info().name()) {
            return Err(self.wrong(column, wanted));
        }
        Ok(value)
    }

    fn decode<V: Decode<'a, MySql>>(&self, column: usize, types: &[&str], wanted: &str) -> Result<V> {
        V::decode(self.value(column, types, wanted)?).map_err(|_| self.wrong(column, wanted))
    }

    fn string(&self, column: usize, wanted: &str) -> Result<&'a [u8]> {
        self.decode(column, &STRINGS, wanted)
    }

    fn utf8(&self, column: usize, wanted: &str) -> Result<&'a str> {
        std::str::from_utf8(self.string(column, wanted)?).map_err(|_| self.wrong(column, wanted))
    }

    #[cold]
    fn wrong(&self, column: usize, wanted: &str) -> Error {
        let name = self.0.columns().get(column).map_or_else(|| column.to_string(), |column| column.name().to_owned());
        let found = match self.0.try_get_raw(column) {
            Ok(value) if value.is_null() => "NULL".to_owned(),
            Ok(value) => value.type_info().name().to_owned(),
            Err(_) => "nothing".to_owned(),
        };
        Error::new(Kind::Decode, format!("column `{name}` of the result holds no {wanted} (found {found})"))
    }
}

#[cold]
fn no_column(column: usize, columns: usize) -> Error {
    Error::new(Kind::Decode, format!("the result has {columns} columns, and column {column} was asked for"))
}

impl Row for MysqlRow<'_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        self.0.try_get_raw(column).map(|value| value.is_null()).map_err(|_| no_column(column, self.0.len()))
    }

    fn bool(&mut self, column: usize) -> Result<bool> {
        match self.i64(column)? {
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
        self.decode(column, &INTEGERS, "integer")
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        self.decode(column, &["FLOAT"], "32-bit float")
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        self.decode(column, &["FLOAT", "DOUBLE"], "float")
    }

    fn decimal(&mut self, column: usize, _: u8, _: u8) -> Result<Decimal> {
        if let Ok(number) = self.i64(column) {
            return Ok(number.into());
        }
        let digits: &[u8] = self.decode(column, &["DECIMAL"], "decimal")?;
        let digits = std::str::from_utf8(digits).map_err(|_| self.wrong(column, "decimal"))?;
        Decimal::from_str(digits).map_err(|_| self.wrong(column, "decimal of 28 digits"))
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        self.utf8(column, "text")
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        self.string(column, "bytes")
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        self.decode(column, &["DATE"], "date")
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        self.decode(column, &["TIME"], "time of a day")
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        self.decode(column, &["DATETIME", "TIMESTAMP"], "timestamp")
    }

    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        // Instants are kept in UTC, and the session's zone is UTC.
        Ok(self.timestamp(column)?.and_utc())
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        Uuid::from_slice(self.string(column, "UUID")?).map_err(|_| self.wrong(column, "UUID"))
    }

    fn json(&mut self, column: usize) -> Result<&str> {
        self.utf8(column, "document")
    }
}
