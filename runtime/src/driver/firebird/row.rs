//! A row of Firebird, read strictly: no conversion that could hide a wrong value.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use firebird_wire::wire::consts::sql_type;
use firebird_wire::{ColumnMeta, Value};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// What the rows of a statement have in common.
pub type Columns = Arc<[Column]>;

/// The type number of a blob that holds text.
const TEXT: i32 = 1;

/// A column of a result.
pub struct Column {
    name: String,
    /// The digits after the point.
    scale: u32,
    /// What a blob holds.
    pub holds: Holds,
}

/// What a blob holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// Text in the character set of the connection.
    Text,
    /// Bytes.
    Bytes,
}

/// About how many bytes a row takes.
pub fn size(row: &[Value]) -> usize {
    let apart = |value: &Value| match value {
        Value::Text(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        // The others are no larger than the enumeration.
        _ => 0,
    };
    size_of_val(row) + row.iter().map(apart).sum::<usize>()
}

impl Column {
    /// A column as Firebird described it.
    pub fn new(meta: &ColumnMeta) -> Self {
        let is_text = sql_type::base(meta.sql_type) == sql_type::BLOB && meta.sub_type == TEXT;
        Self {
            name: meta.name().to_owned(),
            scale: meta.scale.unsigned_abs(),
            holds: if is_text { Holds::Text } else { Holds::Bytes },
        }
    }
}

/// A row, with its blobs already fetched.
pub struct FirebirdRow<'a> {
    /// What it shares with the other rows.
    pub columns: &'a [Column],
    /// Its values.
    pub values: &'a [Value],
}

impl FirebirdRow<'_> {
    fn value(&self, column: usize) -> Result<&Value> {
        let missing = || {
            let count = self.values.len();
            Error::new(Kind::Decode, format!("column {column} of the result cannot be read: there are {count}"))
        };
        self.values.get(column).ok_or_else(missing)
    }

    #[cold]
    fn wrong(&self, column: usize, wanted: &str) -> Error {
        let found = match self.values.get(column) {
            None => "nothing",
            Some(Value::Null) => "NULL",
            Some(Value::Bool(_)) => "BOOLEAN",
            Some(Value::Short(_) | Value::Int(_) | Value::BigInt(_) | Value::Int128(_)) => "a number",
            Some(Value::Float(_) | Value::Double(_) | Value::DecFloat(_)) => "a floating-point number",
            Some(Value::Text(_)) => "text",
            Some(Value::Bytes(_) | Value::Blob(_)) => "bytes",
            Some(Value::Array(_)) => "an array",
            Some(Value::Date(_)) => "DATE",
            Some(Value::Time(_)) => "TIME",
            Some(Value::Timestamp(..)) => "TIMESTAMP",
            Some(Value::TimeTz(_)) => "TIME WITH TIME ZONE",
            Some(Value::TimestampTz(_)) => "TIMESTAMP WITH TIME ZONE",
        };
        let name = self.columns.get(column).map_or_else(|| column.to_string(), |column| column.name.clone());
        Error::new(Kind::Decode, format!("column `{name}` of the result holds no {wanted} (found {found})"))
    }

    fn scale(&self, column: usize) -> u32 {
        self.columns.get(column).map_or(0, |column| column.scale)
    }

    /// A whole number and the digits of it that stand after the point.
    fn number(&self, column: usize, wanted: &str) -> Result<(i128, u32)> {
        let number = match self.value(column)? {
            Value::Short(value) => i128::from(*value),
            Value::Int(value) => i128::from(*value),
            Value::BigInt(value) => i128::from(*value),
            Value::Int128(value) => *value,
            _ => return Err(self.wrong(column, wanted)),
        };
        Ok((number, self.scale(column)))
    }

    fn integer<N: TryFrom<i128>>(&self, column: usize, wanted: &str) -> Result<N> {
        match self.number(column, wanted)? {
            (number, 0) => N::try_from(number).map_err(|_| self.wrong(column, wanted)),
            _ => Err(self.wrong(column, wanted)),
        }
    }
}

impl Row for FirebirdRow<'_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        Ok(self.value(column)?.is_null())
    }

    fn bool(&mut self, column: usize) -> Result<bool> {
        match self.value(column)? {
            Value::Bool(value) => Ok(*value),
            _ => Err(self.wrong(column, "boolean")),
        }
    }

    fn i16(&mut self, column: usize) -> Result<i16> {
        self.integer(column, "16-bit integer")
    }

    fn i32(&mut self, column: usize) -> Result<i32> {
        self.integer(column, "32-bit integer")
    }

    fn i64(&mut self, column: usize) -> Result<i64> {
        self.integer(column, "integer")
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        match self.value(column)? {
            Value::Float(value) => Ok(*value),
            _ => Err(self.wrong(column, "32-bit float")),
        }
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        match self.value(column)? {
            Value::Float(value) => Ok(f64::from(*value)),
            Value::Double(value) => Ok(*value),
            _ => Err(self.wrong(column, "float")),
        }
    }

    fn decimal(&mut self, column: usize, _: u8, _: u8) -> Result<Decimal> {
        let (number, scale) = self.number(column, "decimal")?;
        decimal::unscaled(number, scale).ok_or_else(|| self.wrong(column, "decimal of at most 28 digits"))
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        match self.value(column)? {
            Value::Text(text) => Ok(text),
            _ => Err(self.wrong(column, "text")),
        }
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        match self.value(column)? {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(self.wrong(column, "bytes")),
        }
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        match self.value(column)? {
            Value::Date(days) => time::read_date(*days).ok_or_else(|| self.wrong(column, "date")),
            _ => Err(self.wrong(column, "date")),
        }
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        match self.value(column)? {
            Value::Time(units) => time::read_time(*units).ok_or_else(|| self.wrong(column, "time")),
            _ => Err(self.wrong(column, "time")),
        }
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        match self.value(column)? {
            Value::Timestamp(days, units) => {
                time::read_timestamp(*days, *units).ok_or_else(|| self.wrong(column, "timestamp"))
            }
            _ => Err(self.wrong(column, "timestamp without a zone")),
        }
    }

    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        match self.value(column)? {
            Value::TimestampTz(value) => {
                let instant = time::read_timestamp_tz(value.utc_date, value.utc_time);
                instant.ok_or_else(|| self.wrong(column, "timestamp"))
            }
            _ => Err(self.wrong(column, "timestamp with a zone")),
        }
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        Uuid::from_slice(self.bytes(column)?).map_err(|_| self.wrong(column, "UUID"))
    }

    fn json(&mut self, column: usize) -> Result<&str> {
        self.text(column)
    }
}
