//! A row of PostgreSQL, read strictly from the binary protocol: no conversion that could hide a wrong value.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use sqlx::postgres::{PgColumn, PgRow, PgTypeInfo, PgTypeKind, PgValueFormat};
use sqlx::{Column, Row as _, TypeInfo, ValueRef};
use uuid::Uuid;

use super::types::{self, PgType};
use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// The row that came last.
pub struct PostgresRow<'a> {
    row: &'a PgRow,
    /// Of all columns or of none.
    types: &'a [u32],
}

/// The types that are read as integers, by what they take.
const INTEGERS: [PgType; 3] = [types::INT2, types::INT4, types::INT8];

/// The numbers of the types of its columns, which all rows of a result have in common.
pub fn types_of(row: &PgRow) -> Vec<u32> {
    row.columns().iter().map(type_of).collect()
}

fn type_of(column: &PgColumn) -> u32 {
    column.type_info().oid().map_or(0, |oid| oid.0)
}

impl<'a> PostgresRow<'a> {
    /// A row whose columns have these types. Of one that comes alone they need not be given.
    pub fn new(row: &'a PgRow, types: &'a [u32]) -> Self {
        Self { row, types }
    }

    /// The bytes of a value and the number of its type.
    fn value(&self, column: usize, wanted: &str) -> Result<(u32, &[u8])> {
        let known = self.types.get(column).copied();
        let Some(oid) = known.or_else(|| self.row.columns().get(column).map(type_of)) else {
            return Err(no_column(column, self.row.len()));
        };
        // Looked at where it is: moving it waits for what was just written, which took a tenth of the time of a list.
        match &self.row.try_get_raw(column) {
            Ok(value) => match value.as_bytes() {
                Ok(bytes) if value.format() == PgValueFormat::Binary => Ok((oid, bytes)),
                Ok(_) | Err(_) => Err(self.wrong(column, wanted)),
            },
            Err(_) => Err(no_column(column, self.row.len())),
        }
    }

    fn bytes_of(&self, column: usize, pg_type: PgType, wanted: &str) -> Result<&[u8]> {
        match self.value(column, wanted)? {
            (oid, bytes) if oid == pg_type.oid => Ok(bytes),
            _ => Err(self.wrong(column, wanted)),
        }
    }

    fn array_of<const N: usize>(&self, column: usize, pg_type: PgType, wanted: &str) -> Result<[u8; N]> {
        self.bytes_of(column, pg_type, wanted)?.try_into().map_err(|_| self.wrong(column, wanted))
    }

    fn utf8<'r>(&self, column: usize, bytes: &'r [u8]) -> Result<&'r str> {
        std::str::from_utf8(bytes).map_err(|_| self.wrong(column, "valid UTF-8"))
    }

    #[cold]
    fn wrong(&self, column: usize, wanted: &str) -> Error {
        let name = self.row.columns().get(column).map_or_else(|| column.to_string(), |column| column.name().to_owned());
        let found = match self.row.try_get_raw(column) {
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

/// Whether a type that users made, which has no fixed number, is sent as its text.
fn is_made_text(info: &PgTypeInfo) -> bool {
    matches!(info.kind(), PgTypeKind::Enum(_)) || info.name().eq_ignore_ascii_case("citext")
}

impl Row for PostgresRow<'_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        match &self.row.try_get_raw(column) {
            Ok(value) => Ok(value.is_null()),
            Err(_) => Err(no_column(column, self.row.len())),
        }
    }

    fn bool(&mut self, column: usize) -> Result<bool> {
        match self.bytes_of(column, types::BOOL, "boolean")? {
            [0] => Ok(false),
            [1] => Ok(true),
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
        let (oid, bytes) = self.value(column, "integer")?;
        if INTEGERS.iter().all(|integer| integer.oid != oid) {
            return Err(self.wrong(column, "integer"));
        }
        match bytes {
            [a, b] => Ok(i64::from(i16::from_be_bytes([*a, *b]))),
            [a, b, c, d] => Ok(i64::from(i32::from_be_bytes([*a, *b, *c, *d]))),
            bytes => bytes.try_into().map(i64::from_be_bytes).map_err(|_| self.wrong(column, "integer")),
        }
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        self.array_of(column, types::FLOAT4, "32-bit float").map(f32::from_be_bytes)
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        match self.value(column, "float")? {
            (oid, _) if oid == types::FLOAT4.oid => self.f32(column).map(f64::from),
            _ => self.array_of(column, types::FLOAT8, "float").map(f64::from_be_bytes),
        }
    }

    fn decimal(&mut self, column: usize, _: u8, _: u8) -> Result<Decimal> {
        match self.value(column, "decimal")? {
            (oid, bytes) if oid == types::NUMERIC.oid => {
                decimal::read(bytes).ok_or_else(|| self.wrong(column, "decimal of 28 digits"))
            }
            _ => self.i64(column).map(Decimal::from).map_err(|_| self.wrong(column, "decimal")),
        }
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        let (oid, bytes) = self.value(column, "text")?;
        if oid != types::TEXT.oid && !types::TEXTS.contains(&oid) {
            let info = self.row.columns().get(column).map(Column::type_info);
            if !info.is_some_and(is_made_text) {
                return Err(self.wrong(column, "text"));
            }
        }
        self.utf8(column, bytes)
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        self.bytes_of(column, types::BYTEA, "bytes")
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        let days = self.array_of(column, types::DATE, "date").map(i32::from_be_bytes)?;
        time::read_date(days).ok_or_else(|| self.wrong(column, "date of a calendar"))
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        let micros = self.array_of(column, types::TIME, "time").map(i64::from_be_bytes)?;
        time::read_time(micros).ok_or_else(|| self.wrong(column, "time of a day"))
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        let micros = self.array_of(column, types::TIMESTAMP, "timestamp").map(i64::from_be_bytes)?;
        time::read_timestamp(micros).ok_or_else(|| self.wrong(column, "timestamp of a calendar"))
    }

    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        let micros = self.array_of(column, types::TIMESTAMPTZ, "instant").map(i64::from_be_bytes)?;
        time::read_timestamp_tz(micros).ok_or_else(|| self.wrong(column, "instant of a calendar"))
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        self.array_of(column, types::UUID, "UUID").map(Uuid::from_bytes)
    }

    fn json(&mut self, column: usize) -> Result<&str> {
        match self.value(column, "document")? {
            // The first byte is the version of the format (`jsonb_send`).
            (oid, [1, document @ ..]) if oid == types::JSONB.oid => self.utf8(column, document),
            (oid, document) if oid == types::JSON => self.utf8(column, document),
            _ => Err(self.wrong(column, "document")),
        }
    }
}
