//! Parameters into a statement, without copies.

use rusqlite::Statement;
use rusqlite::types::{ToSql, ToSqlOutput, Value, ValueRef};

use super::decimal::{self, INTEGER_DIGITS};
use super::time;
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// Something bound as it stands.
struct Borrowed<'a>(ValueRef<'a>);

impl ToSql for Borrowed<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(self.0))
    }
}

/// Binds all parameters.
pub fn bind(statement: &mut Statement<'_>, params: &[Param<'_>]) -> Result<()> {
    if statement.parameter_count() != params.len() {
        let (wanted, given) = (statement.parameter_count(), params.len());
        return Err(Error::new(Kind::Usage, format!("the statement has {wanted} parameters, {given} were given")));
    }
    params.iter().enumerate().try_for_each(|(index, param)| bind_one(statement, index + 1, param))
}

fn bind_one(statement: &mut Statement<'_>, index: usize, param: &Param<'_>) -> Result<()> {
    let mut put = |value: ValueRef<'_>| {
        statement
            .raw_bind_parameter(index, Borrowed(value))
            .map_err(|error| Error::new(Kind::Encode, format!("parameter {index} cannot be bound")).with_source(error))
    };
    match param {
        Param::Null(_) => put(ValueRef::Null),
        Param::Bool(value) => put(ValueRef::Integer(i64::from(*value))),
        Param::I16(value) => put(ValueRef::Integer(i64::from(*value))),
        Param::I32(value) => put(ValueRef::Integer(i64::from(*value))),
        Param::I64(value) => put(ValueRef::Integer(*value)),
        Param::F32(value) => real(f64::from(*value)).and_then(put),
        Param::F64(value) => real(*value).and_then(put),
        Param::Decimal { value, precision, scale } if *precision <= INTEGER_DIGITS => {
            put(ValueRef::Integer(decimal::scaled(*value, *scale).ok_or_else(|| too_precise(*precision, *scale))?))
        }
        Param::Decimal { value, precision, scale } => {
            let text = decimal::canonical(*value, *scale).ok_or_else(|| too_precise(*precision, *scale))?;
            put(ValueRef::Text(text.as_bytes()))
        }
        Param::Text(value) | Param::Json(value) => put(ValueRef::Text(value.as_bytes())),
        Param::Bytes(value) => put(ValueRef::Blob(value)),
        Param::Date(value) => put(ValueRef::Text(time::write_date(*value)?.bytes())),
        Param::Time(value) => put(ValueRef::Text(time::write_time(*value).bytes())),
        Param::Timestamp(value) => put(ValueRef::Text(time::write_timestamp(*value)?.bytes())),
        Param::TimestampTz(value) => put(ValueRef::Text(time::write_timestamp_tz(*value)?.bytes())),
        Param::Uuid(value) => put(ValueRef::Blob(value.as_bytes())),
    }
}

/// SQLite stores NaN as NULL (<https://www.sqlite.org/floatingpoint.html>), which would lose it silently.
fn real(value: f64) -> Result<ValueRef<'static>> {
    if value.is_nan() {
        return Err(Error::new(Kind::Encode, "NaN cannot be stored: SQLite would make it NULL"));
    }
    Ok(ValueRef::Real(value))
}

#[cold]
fn too_precise(precision: u8, scale: u8) -> Error {
    Error::new(Kind::OutOfRange, format!("the number does not fit decimal({precision}, {scale})"))
}

/// An owned value, for a probe that repeats a parameter.
pub fn owned(param: &Param<'_>) -> Option<Value> {
    Some(match param {
        Param::Bool(value) => Value::Integer(i64::from(*value)),
        Param::I16(value) => Value::Integer(i64::from(*value)),
        Param::I32(value) => Value::Integer(i64::from(*value)),
        Param::I64(value) => Value::Integer(*value),
        Param::Text(value) => Value::Text(value.as_ref().to_owned()),
        Param::Bytes(value) => Value::Blob(value.to_vec()),
        Param::Uuid(value) => Value::Blob(value.as_bytes().to_vec()),
        Param::Decimal { value, precision, scale } if *precision <= INTEGER_DIGITS => {
            Value::Integer(decimal::scaled(*value, *scale)?)
        }
        _ => return None,
    })
}
