//! PostgreSQL's types (<https://www.postgresql.org/docs/current/datatype.html>).

use super::super::rules::Limit;
use super::super::type_text::{checked, late, one_of, plain};
use super::super::{Dialect, TypeSql};
use crate::model::DataType;

/// The longest `varchar(n)`: <https://www.postgresql.org/docs/current/datatype-character.html>.
const LONGEST_VARCHAR: u32 = 10_485_760;

pub(crate) fn sql(data_type: &DataType) -> Result<TypeSql, Limit> {
    Ok(match data_type {
        DataType::Text => plain("text"),
        DataType::Varchar(length) if *length <= LONGEST_VARCHAR => plain(format!("varchar({length})")),
        DataType::Varchar(length) => checked("text", "char_length(", format!(") <= {length}")),
        DataType::I16 => plain("smallint"),
        DataType::I32 => plain("integer"),
        DataType::I64 => plain("bigint"),
        DataType::Bool => plain("boolean"),
        DataType::F32 => plain("real"),
        DataType::F64 => plain("double precision"),
        DataType::Decimal { precision, scale } => plain(format!("numeric({precision}, {scale})")),
        DataType::Date => plain("date"),
        DataType::Time => plain("time(6)"),
        DataType::Timestamp => plain("timestamp(6)"),
        DataType::TimestampTz => plain("timestamp(6) with time zone"),
        DataType::Uuid => plain("uuid"),
        DataType::Json => plain("jsonb"),
        DataType::Blob => plain("bytea"),
        DataType::Binary(length) => checked("bytea", "octet_length(", format!(") <= {length}")),
        DataType::Enum(values) => {
            one_of(format!("varchar({})", DataType::enum_width(values)), values, Dialect::Postgres)
        }
        DataType::Late(column) => late(*column),
    })
}

/// The type to cast a parameter to: without lengths and digits, for an explicit cast cuts and rounds without a word.
pub(crate) fn cast(data_type: &DataType) -> Option<&'static str> {
    Some(match data_type {
        DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => "text",
        DataType::I16 => "smallint",
        DataType::I32 => "integer",
        DataType::I64 => "bigint",
        DataType::Bool => "boolean",
        DataType::F32 => "real",
        DataType::F64 => "double precision",
        DataType::Decimal { .. } => "numeric",
        DataType::Date => "date",
        DataType::Time => "time",
        DataType::Timestamp => "timestamp",
        DataType::TimestampTz => "timestamp with time zone",
        DataType::Uuid => "uuid",
        DataType::Json => "jsonb",
        DataType::Blob | DataType::Binary(_) => "bytea",
        DataType::Late(_) => return None,
    })
}
