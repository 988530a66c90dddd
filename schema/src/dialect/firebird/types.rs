//! Firebird's types (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-datatypes>).

use super::super::key_width::KeyWidth;
use super::super::rules::Limit;
use super::super::type_text::{checked, largest_decimal, late, one_of, plain};
use super::super::{Dialect, TypeSql};
use crate::model::DataType;

/// 32,765 bytes, four to a character.
const LONGEST_VARCHAR: u32 = 8_191;
const LONGEST_VARBINARY: u32 = 32_765;
const MOST_DIGITS: u8 = 38;

const TEXT: &str = "BLOB SUB_TYPE TEXT CHARACTER SET UTF8";

pub(crate) fn sql(data_type: &DataType) -> Result<TypeSql, Limit> {
    Ok(match data_type {
        DataType::Text | DataType::Json => plain(TEXT),
        DataType::Varchar(length) if *length <= LONGEST_VARCHAR => plain(varchar(*length)),
        DataType::Varchar(length) => checked(TEXT, "CHAR_LENGTH(", format!(") <= {length}")),
        DataType::I16 => plain("SMALLINT"),
        DataType::I32 => plain("INTEGER"),
        DataType::I64 => plain("BIGINT"),
        DataType::Bool => plain("BOOLEAN"),
        DataType::F32 => plain("FLOAT"),
        DataType::F64 => plain("DOUBLE PRECISION"),
        // The engine keeps a binary number that can hold more digits, so a check keeps the promise.
        DataType::Decimal { precision, scale } if *precision < MOST_DIGITS => {
            let largest = largest_decimal(*precision, *scale);
            checked(format!("DECIMAL({precision}, {scale})"), "", format!(" BETWEEN -{largest} AND {largest}"))
        }
        DataType::Decimal { precision: MOST_DIGITS, scale } => plain(format!("DECIMAL({MOST_DIGITS}, {scale})")),
        DataType::Decimal { precision, .. } => {
            return Err(Limit::new(format!("a decimal has at most {MOST_DIGITS} digits, not {precision}")));
        }
        DataType::Date => plain("DATE"),
        DataType::Time => plain("TIME"),
        DataType::Timestamp => plain("TIMESTAMP"),
        DataType::TimestampTz => plain("TIMESTAMP WITH TIME ZONE"),
        DataType::Uuid => plain("BINARY(16)"),
        DataType::Blob => plain("BLOB SUB_TYPE BINARY"),
        DataType::Binary(length) if *length <= LONGEST_VARBINARY => plain(format!("VARBINARY({length})")),
        DataType::Binary(length) => checked("BLOB SUB_TYPE BINARY", "OCTET_LENGTH(", format!(") <= {length}")),
        DataType::Enum(values) => one_of(varchar(DataType::enum_width(values)), values, Dialect::Firebird),
        DataType::Late(column) => late(*column),
    })
}

fn varchar(length: u32) -> String {
    format!("VARCHAR({length}) CHARACTER SET UTF8")
}

/// How many bytes of a key a column takes.
pub(crate) const fn key_width(data_type: &DataType) -> KeyWidth {
    match data_type {
        DataType::Text | DataType::Json | DataType::Blob => KeyWidth::Refused("a BLOB cannot be in a key or an index"),
        DataType::Varchar(length) if *length > LONGEST_VARCHAR => {
            KeyWidth::Refused("a text of this length is a BLOB, which cannot be in a key or an index")
        }
        DataType::Binary(length) if *length > LONGEST_VARBINARY => {
            KeyWidth::Refused("as many bytes are a BLOB, which cannot be in a key or an index")
        }
        DataType::Varchar(length) => KeyWidth::Bytes(length.saturating_mul(4)),
        DataType::Binary(length) => KeyWidth::Bytes(*length),
        DataType::Enum(values) => KeyWidth::Bytes(DataType::enum_width(values).saturating_mul(4)),
        DataType::Uuid | DataType::Decimal { .. } | DataType::TimestampTz => KeyWidth::Bytes(16),
        DataType::I16
        | DataType::I32
        | DataType::I64
        | DataType::Bool
        | DataType::F32
        | DataType::F64
        | DataType::Date
        | DataType::Time
        | DataType::Timestamp => KeyWidth::Bytes(8),
        DataType::Late(_) => KeyWidth::Unknown,
    }
}

/// How many bytes of a row a column takes.
pub(crate) fn row_width(data_type: &DataType) -> u32 {
    match key_width(data_type) {
        KeyWidth::Bytes(width) => width.saturating_add(2),
        KeyWidth::Unknown | KeyWidth::Refused(_) | KeyWidth::RefusedInUnique(..) => 8,
    }
}
