//! Parameters into the binary protocol (<https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_binary_resultset.html>).

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::mysql::types::MySqlTime;
use sqlx::mysql::{MySql, MySqlArguments, MySqlTypeInfo};
use sqlx::{Arguments, Type};

use super::time;
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// What the protocol counts the parameters of a statement with
/// (<https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html#error_er_ps_many_param>).
pub const MAX_PARAMETERS: usize = u16::MAX as usize;

/// Writes the parameters of a statement, list after list.
///
/// # Errors
/// Of kinds `Encode` and `OutOfRange`; nothing was sent then.
pub fn bind_rows(rows: &[&[Param<'_>]]) -> Result<MySqlArguments> {
    let mut arguments = MySqlArguments::default();
    let all = || rows.iter().flat_map(|params| params.iter());
    arguments.reserve(all().count(), all().map(Param::size).sum());
    for (index, param) in all().enumerate() {
        arguments.add(One(param)).map_err(|error| match error.downcast::<Error>() {
            Ok(error) => *error,
            Err(error) => {
                Error::new(Kind::Encode, format!("parameter {} cannot be sent", index + 1)).with_source(error)
            }
        })?;
    }
    Ok(arguments)
}

/// One parameter.
struct One<'p>(&'p Param<'p>);

impl Type<MySql> for One<'_> {
    fn type_info() -> MySqlTypeInfo {
        <str as Type<MySql>>::type_info()
    }
}

impl Encode<'_, MySql> for One<'_> {
    fn encode_by_ref(&self, buffer: &mut Vec<u8>) -> Result<IsNull, BoxDynError> {
        match self.0 {
            Param::Null(_) => return Ok(IsNull::Yes),
            Param::Bool(value) => buffer.push(u8::from(*value)),
            Param::I16(value) => buffer.extend_from_slice(&value.to_le_bytes()),
            Param::I32(value) => buffer.extend_from_slice(&value.to_le_bytes()),
            Param::I64(value) => buffer.extend_from_slice(&value.to_le_bytes()),
            Param::F32(value) => {
                finite(f64::from(*value))?;
                buffer.extend_from_slice(&value.to_le_bytes());
            }
            Param::F64(value) => {
                finite(*value)?;
                buffer.extend_from_slice(&value.to_le_bytes());
            }
            Param::Decimal { value, .. } => return bytes(value.to_string().as_bytes(), buffer),
            Param::Text(value) | Param::Json(value) => return bytes(value.as_bytes(), buffer),
            Param::Bytes(value) => return bytes(value, buffer),
            Param::Date(value) => time::write_date(*value, buffer)?,
            Param::Time(value) => time::write_time(*value, buffer),
            Param::Timestamp(value) => time::write_timestamp(*value, buffer)?,
            Param::TimestampTz(value) => time::write_timestamp(value.naive_utc(), buffer)?,
            Param::Uuid(value) => return bytes(value.as_bytes(), buffer),
        }
        Ok(IsNull::No)
    }

    fn produces(&self) -> Option<MySqlTypeInfo> {
        Some(match self.0 {
            // Whatever the type, there is no value.
            Param::Null(_) | Param::Text(_) | Param::Json(_) => <str as Type<MySql>>::type_info(),
            Param::Bool(_) => <i8 as Type<MySql>>::type_info(),
            Param::I16(_) => <i16 as Type<MySql>>::type_info(),
            Param::I32(_) => <i32 as Type<MySql>>::type_info(),
            Param::I64(_) => <i64 as Type<MySql>>::type_info(),
            Param::F32(_) => <f32 as Type<MySql>>::type_info(),
            Param::F64(_) => <f64 as Type<MySql>>::type_info(),
            // As a text it would be compared as a float.
            Param::Decimal { .. } => <Decimal as Type<MySql>>::type_info(),
            Param::Bytes(_) | Param::Uuid(_) => <[u8] as Type<MySql>>::type_info(),
            Param::Date(_) => <NaiveDate as Type<MySql>>::type_info(),
            Param::Time(_) => <MySqlTime as Type<MySql>>::type_info(),
            Param::Timestamp(_) | Param::TimestampTz(_) => <NaiveDateTime as Type<MySql>>::type_info(),
        })
    }
}

fn bytes(value: &[u8], buffer: &mut Vec<u8>) -> Result<IsNull, BoxDynError> {
    <&[u8] as Encode<MySql>>::encode(value, buffer)
}

/// NaN and the infinities have no place in a column (<https://dev.mysql.com/doc/refman/8.4/en/floating-point-types.html>).
fn finite(value: f64) -> Result<()> {
    if value.is_finite() {
        return Ok(());
    }
    Err(Error::new(Kind::Encode, "NaN and the infinities cannot be stored"))
}
