//! Parameters into the binary protocol: each is written once, into the message that is sent.

use sqlx::encode::{Encode, IsNull};
use sqlx::error::BoxDynError;
use sqlx::postgres::{PgArgumentBuffer, PgArguments, PgTypeInfo, Postgres};
use sqlx::{Arguments, Type};

use super::types::PgType;
use super::{decimal, time};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// What the protocol counts the parameters of a statement with (<https://www.postgresql.org/docs/current/limits.html>).
const MAX_PARAMETERS: usize = u16::MAX as usize;
/// The version of the format of a document (`jsonb_recv`).
const JSONB_VERSION: u8 = 1;

/// Writes the parameters of a statement.
///
/// # Errors
/// Of kinds `Encode`, `OutOfRange` and `Usage`; nothing was sent then.
pub fn bind(params: &[Param<'_>]) -> Result<PgArguments> {
    if params.len() > MAX_PARAMETERS {
        let given = params.len();
        return Err(Error::new(
            Kind::Usage,
            format!("a statement takes {MAX_PARAMETERS} parameters, {given} were given"),
        ));
    }
    let mut arguments = PgArguments::default();
    arguments.reserve(params.len(), params.len() * 16);
    add_all(&mut arguments, params.iter().map(One))?;
    Ok(arguments)
}

/// Writes rows of parameters as one array for each column.
///
/// # Errors
/// Like [`bind`].
pub fn bind_columns(rows: &[Vec<Param<'_>>], types: &[PgType]) -> Result<PgArguments> {
    let mut arguments = PgArguments::default();
    add_all(
        &mut arguments,
        types.iter().enumerate().map(|(index, pg_type)| Column { rows, index, pg_type: *pg_type }),
    )?;
    Ok(arguments)
}

fn add_all<'p, P>(arguments: &mut PgArguments, params: impl Iterator<Item = P>) -> Result<()>
where
    P: Encode<'p, Postgres> + Type<Postgres>,
{
    for (index, param) in params.enumerate() {
        arguments.add(param).map_err(|error| match error.downcast::<Error>() {
            Ok(error) => *error,
            // What sqlx says speaks of sizes.
            Err(error) => {
                Error::new(Kind::Encode, format!("parameter {} cannot be sent", index + 1)).with_source(error)
            }
        })?;
    }
    Ok(())
}

/// One parameter.
struct One<'p>(&'p Param<'p>);

impl Type<Postgres> for One<'_> {
    fn type_info() -> PgTypeInfo {
        super::types::TEXT.info()
    }
}

impl Encode<'_, Postgres> for One<'_> {
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        Ok(if write(self.0, buffer)? { IsNull::No } else { IsNull::Yes })
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        Some(PgType::of(self.0).info())
    }

    fn size_hint(&self) -> usize {
        size(self.0)
    }
}

/// The parameters of a column, as an array.
struct Column<'p> {
    rows: &'p [Vec<Param<'p>>],
    index: usize,
    pg_type: PgType,
}

impl Type<Postgres> for Column<'_> {
    fn type_info() -> PgTypeInfo {
        super::types::TEXT.array_info()
    }
}

impl Encode<'_, Postgres> for Column<'_> {
    /// See `array_send`: dimensions, whether there are NULLs, type; length and lower bound; each item with its length.
    fn encode_by_ref(&self, buffer: &mut PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        let length = i32::try_from(self.rows.len())?;
        let numbers = [1, 1, self.pg_type.oid.cast_signed(), length, 1];
        numbers.iter().for_each(|number| buffer.extend_from_slice(&number.to_be_bytes()));
        for param in self.rows.iter().filter_map(|row| row.get(self.index)) {
            write_sized(param, buffer)?;
        }
        Ok(IsNull::No)
    }

    fn produces(&self) -> Option<PgTypeInfo> {
        Some(self.pg_type.array_info())
    }
}

/// About how many bytes a parameter takes.
pub fn size(param: &Param<'_>) -> usize {
    match param {
        Param::Text(text) | Param::Json(text) => text.len(),
        Param::Bytes(bytes) => bytes.len(),
        Param::Null(_) => 0,
        Param::Bool(_)
        | Param::I16(_)
        | Param::I32(_)
        | Param::I64(_)
        | Param::F32(_)
        | Param::F64(_)
        | Param::Decimal { .. }
        | Param::Date(_)
        | Param::Time(_)
        | Param::Timestamp(_)
        | Param::TimestampTz(_)
        | Param::Uuid(_) => 16,
    }
}

/// Writes a value behind its length, as arrays and COPY have it.
///
/// # Errors
/// Of kinds `Encode` and `OutOfRange`.
pub fn write_sized(param: &Param<'_>, buffer: &mut Vec<u8>) -> Result<()> {
    let start = buffer.len();
    // The length of NULL.
    buffer.extend_from_slice(&(-1_i32).to_be_bytes());
    if write(param, buffer)? {
        let length = i32::try_from(buffer.len() - start - size_of::<i32>());
        let length = length.map_err(|_| Error::new(Kind::TooLong, "a value is longer than PostgreSQL takes"))?;
        buffer[start..start + size_of::<i32>()].copy_from_slice(&length.to_be_bytes());
    }
    Ok(())
}

/// Writes a value and says whether there is one: nothing is written for NULL.
fn write(param: &Param<'_>, buffer: &mut Vec<u8>) -> Result<bool> {
    match param {
        Param::Null(_) => return Ok(false),
        Param::Bool(value) => buffer.push(u8::from(*value)),
        Param::I16(value) => buffer.extend_from_slice(&value.to_be_bytes()),
        Param::I32(value) => buffer.extend_from_slice(&value.to_be_bytes()),
        Param::I64(value) => buffer.extend_from_slice(&value.to_be_bytes()),
        Param::F32(value) => buffer.extend_from_slice(&value.to_be_bytes()),
        Param::F64(value) => buffer.extend_from_slice(&value.to_be_bytes()),
        Param::Decimal { value, .. } => decimal::write(*value, buffer),
        Param::Text(value) => text(value, buffer)?,
        Param::Bytes(value) => buffer.extend_from_slice(value),
        Param::Date(value) => buffer.extend_from_slice(&time::write_date(*value)?.to_be_bytes()),
        Param::Time(value) => buffer.extend_from_slice(&time::write_time(*value).to_be_bytes()),
        Param::Timestamp(value) => buffer.extend_from_slice(&time::write_timestamp(*value)?.to_be_bytes()),
        Param::TimestampTz(value) => {
            buffer.extend_from_slice(&time::write_timestamp(value.naive_utc())?.to_be_bytes());
        }
        Param::Uuid(value) => buffer.extend_from_slice(value.as_bytes()),
        Param::Json(value) => {
            buffer.push(JSONB_VERSION);
            text(value, buffer)?;
        }
    }
    Ok(true)
}

/// Refused here: the server would refuse it too, but only after it has ended the transaction.
fn text(value: &str, buffer: &mut Vec<u8>) -> Result<()> {
    if value.as_bytes().contains(&0) {
        return Err(Error::new(Kind::Encode, "PostgreSQL cannot store a text with a NUL character"));
    }
    buffer.extend_from_slice(value.as_bytes());
    Ok(())
}
