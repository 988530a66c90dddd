//! A row of Oracle, read strictly: no conversion that could hide a wrong value.

use std::io::Read;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use oracledb::{DbType, FromDbValue, Lob, OracleIntervalDS, OracleNumber, OracleTimestamp};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{decimal, error, time};
use crate::driver::Statement;
use crate::error::{Error, Kind, Result};
use crate::row::Row;

/// A value, away from the connection it came from.
#[derive(Debug)]
pub enum Value {
    Null,
    Bool(bool),
    Number(OracleNumber),
    Float(f32),
    Double(f64),
    Text(String),
    Bytes(Vec<u8>),
    Timestamp(OracleTimestamp),
    Interval(OracleIntervalDS),
    /// Of a type that no column of ours has.
    Other(&'static str),
}

impl Value {
    /// About how many bytes it takes.
    pub fn size(&self) -> usize {
        let apart = match self {
            Self::Text(text) => text.len(),
            Self::Bytes(bytes) => bytes.len(),
            Self::Null
            | Self::Bool(_)
            | Self::Number(_)
            | Self::Float(_)
            | Self::Double(_)
            | Self::Timestamp(_)
            | Self::Interval(_)
            | Self::Other(_) => 0,
        };
        size_of::<Self>() + apart
    }
}

/// The names of the columns.
pub type Names = Arc<[String]>;

/// Rows of one statement.
pub struct Rows {
    /// What they have in common.
    pub names: Names,
    /// Their values.
    pub values: Vec<Vec<Value>>,
}

/// One of them.
pub struct OracleRow<'r> {
    /// The names of the columns.
    pub names: &'r [String],
    /// The values.
    pub values: &'r [Value],
}

/// Takes the values out of a row, each by the type it has been declared with.
///
/// # Errors
/// If a LOB cannot be read, or a value is not of its type.
pub fn take(row: &mut oracledb::Row, types: &[&'static DbType], statement: Statement<'_>) -> Result<Vec<Value>> {
    types.iter().enumerate().map(|(column, db_type)| take_one(row, column, db_type, statement)).collect()
}

fn take_one(
    row: &mut oracledb::Row,
    column: usize,
    db_type: &'static DbType,
    statement: Statement<'_>,
) -> Result<Value> {
    let failed = |error| error::translate(Some(statement), error);
    let value = if db_type == oracledb::DB_TYPE_NUMBER || db_type == oracledb::DB_TYPE_BINARY_INTEGER {
        of(row, column, Value::Number)
    } else if db_type == oracledb::DB_TYPE_BINARY_FLOAT {
        of(row, column, Value::Float)
    } else if db_type == oracledb::DB_TYPE_BINARY_DOUBLE {
        of(row, column, Value::Double)
    } else if db_type == oracledb::DB_TYPE_BOOLEAN {
        of(row, column, Value::Bool)
    } else if db_type == oracledb::DB_TYPE_INTERVAL_DS {
        of(row, column, Value::Interval)
    } else if db_type.is_date_type() {
        of(row, column, Value::Timestamp)
    } else if db_type == oracledb::DB_TYPE_CLOB || db_type == oracledb::DB_TYPE_NCLOB {
        let Some(mut lob) = row.take::<Option<Lob>>(column).map_err(failed)? else { return Ok(Value::Null) };
        let mut text = String::new();
        lob.read_to_string(&mut text).map_err(unread)?;
        return Ok(Value::Text(text));
    } else if db_type == oracledb::DB_TYPE_BLOB {
        let Some(mut lob) = row.take::<Option<Lob>>(column).map_err(failed)? else { return Ok(Value::Null) };
        let mut bytes = Vec::new();
        lob.read_to_end(&mut bytes).map_err(unread)?;
        return Ok(Value::Bytes(bytes));
    } else if db_type.is_string_type() {
        of(row, column, Value::Text)
    } else if db_type.is_binary_type() {
        of(row, column, Value::Bytes)
    } else {
        return Ok(Value::Other(db_type.name()));
    };
    value.map_err(failed)
}

fn of<'r, T: FromDbValue<'r>>(
    row: &'r mut oracledb::Row,
    column: usize,
    value: impl FnOnce(T) -> Value,
) -> std::result::Result<Value, oracledb::Error> {
    row.take::<Option<T>>(column).map(|taken| taken.map_or(Value::Null, value))
}

/// The words of the client may repeat what it read.
#[cold]
fn unread(_: std::io::Error) -> Error {
    Error::new(Kind::ConnectionLost, "a large value could not be read to its end")
}

impl OracleRow<'_> {
    fn value(&self, column: usize) -> Result<&Value> {
        self.values.get(column).ok_or_else(|| {
            let columns = self.values.len();
            Error::new(Kind::Decode, format!("the result has {columns} columns, and column {column} was asked for"))
        })
    }

    /// What `read` makes of the value; `None` is an error that names the column.
    fn read<'r, T>(&'r self, column: usize, wanted: &str, read: impl FnOnce(&'r Value) -> Option<T>) -> Result<T> {
        let value = self.value(column)?;
        read(value).ok_or_else(|| {
            let name = self.names.get(column).map_or("", String::as_str);
            let found = value.describe();
            Error::new(Kind::Decode, format!("column `{name}` of the result holds no {wanted} (found {found})"))
        })
    }
}

impl Value {
    /// The server's name of its type.
    fn describe(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Bool(_) => "BOOLEAN",
            Self::Number(_) => "NUMBER",
            Self::Float(_) => "BINARY_FLOAT",
            Self::Double(_) => "BINARY_DOUBLE",
            Self::Text(_) => "a text",
            Self::Bytes(_) => "bytes",
            Self::Timestamp(_) => "a date or a timestamp",
            Self::Interval(_) => "INTERVAL DAY TO SECOND",
            Self::Other(name) => name,
        }
    }

    fn integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) => decimal::whole(*number),
            _ => None,
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn timestamp(&self) -> Option<OracleTimestamp> {
        match self {
            Self::Timestamp(timestamp) => Some(*timestamp),
            _ => None,
        }
    }
}

impl Row for OracleRow<'_> {
    fn is_null(&mut self, column: usize) -> Result<bool> {
        Ok(matches!(self.value(column)?, Value::Null))
    }

    fn bool(&mut self, column: usize) -> Result<bool> {
        self.read(column, "boolean", |value| match (value, value.integer()) {
            (Value::Bool(value), _) => Some(*value),
            (_, Some(0)) => Some(false),
            (_, Some(1)) => Some(true),
            _ => None,
        })
    }

    fn i16(&mut self, column: usize) -> Result<i16> {
        self.read(column, "16-bit integer", |value| value.integer()?.try_into().ok())
    }

    fn i32(&mut self, column: usize) -> Result<i32> {
        self.read(column, "32-bit integer", |value| value.integer()?.try_into().ok())
    }

    fn i64(&mut self, column: usize) -> Result<i64> {
        self.read(column, "integer", Value::integer)
    }

    fn f32(&mut self, column: usize) -> Result<f32> {
        self.read(column, "32-bit float", |value| match value {
            Value::Float(value) => Some(*value),
            _ => None,
        })
    }

    fn f64(&mut self, column: usize) -> Result<f64> {
        self.read(column, "float", |value| match value {
            Value::Double(value) => Some(*value),
            Value::Float(value) => Some(f64::from(*value)),
            _ => None,
        })
    }

    fn decimal(&mut self, column: usize, _: u8, _: u8) -> Result<Decimal> {
        self.read(column, "decimal of 28 digits", |value| match value {
            Value::Number(number) => decimal::read(*number),
            _ => None,
        })
    }

    fn text(&mut self, column: usize) -> Result<&str> {
        self.read(column, "text", Value::text)
    }

    fn bytes(&mut self, column: usize) -> Result<&[u8]> {
        self.read(column, "bytes", |value| match value {
            Value::Bytes(bytes) => Some(bytes.as_slice()),
            _ => None,
        })
    }

    fn date(&mut self, column: usize) -> Result<NaiveDate> {
        self.read(column, "date", |value| value.timestamp().and_then(time::read_date))
    }

    fn time(&mut self, column: usize) -> Result<NaiveTime> {
        self.read(column, "time of a day", |value| match value {
            Value::Interval(interval) => time::read_time(*interval),
            _ => None,
        })
    }

    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime> {
        self.read(column, "timestamp", |value| {
            value.timestamp().filter(|timestamp| !timestamp.is_utc()).and_then(time::read_timestamp)
        })
    }

    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>> {
        self.read(column, "instant", |value| value.timestamp().and_then(time::read_instant))
    }

    fn uuid(&mut self, column: usize) -> Result<Uuid> {
        self.read(column, "UUID", |value| match value {
            Value::Bytes(bytes) => Uuid::from_slice(bytes).ok(),
            _ => None,
        })
    }

    /// Documents are kept as text.
    fn json(&mut self, column: usize) -> Result<&str> {
        self.read(column, "document", Value::text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_what_they_are_and_as_nothing_else() {
        let names = ["truth", "sum", "word", "none", "key"].map(str::to_owned);
        let values = [
            Value::Number(1.into()),
            Value::Number(70_000.into()),
            Value::Text("7".to_owned()),
            Value::Null,
            Value::Bytes(vec![7; 16]),
        ];
        let mut row = OracleRow { names: &names, values: &values };
        assert!(row.bool(0).unwrap());
        assert_eq!((row.i64(1).unwrap(), row.decimal(1, 5, 0).unwrap()), (70_000, 70_000.into()));
        assert_eq!(row.text(2).unwrap(), "7");
        assert_eq!(row.json(2).unwrap(), "7");
        assert!(row.is_null(3).unwrap() && !row.is_null(2).unwrap());
        assert_eq!(row.uuid(4).unwrap().as_bytes(), &[7; 16]);
        let message = |result: Result<i16>| result.unwrap_err().to_string();
        assert_eq!(message(row.i16(1)), "column `sum` of the result holds no 16-bit integer (found NUMBER)");
        assert_eq!(message(row.i16(2)), "column `word` of the result holds no 16-bit integer (found a text)");
        assert_eq!(message(row.i16(3)), "column `none` of the result holds no 16-bit integer (found NULL)");
        assert_eq!(message(row.i16(5)), "the result has 5 columns, and column 5 was asked for");
        assert!(row.bool(1).is_err() && row.f64(1).is_err() && row.timestamp(0).is_err());
    }
}
