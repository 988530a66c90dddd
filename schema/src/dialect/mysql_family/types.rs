//! The types that MySQL and MariaDB share (<https://dev.mysql.com/doc/refman/8.0/en/data-types.html>,
//! <https://mariadb.com/kb/en/data-types/>).

use super::super::key_width::KeyWidth;
use super::super::rules::{DefaultForm, Limit};
use super::super::type_text::{checked, late, one_of, plain};
use super::super::{Dialect, TypeSql};
use crate::model::DataType;

/// The longest `varchar` and `varbinary`. A row has 65,535 bytes for all of them together, four to a character
/// (<https://dev.mysql.com/doc/refman/8.0/en/column-count-limit.html>); what is longer is kept apart from the row.
const LONGEST_VARCHAR: u32 = 4_000;
const LONGEST_VARBINARY: u32 = 16_000;
/// <https://dev.mysql.com/doc/refman/8.0/en/precision-math-decimal-characteristics.html>
const MOST_DIGITS: u8 = 65;
const MOST_SCALE: u8 = 30;
/// The widest key of InnoDB, in bytes (<https://dev.mysql.com/doc/refman/8.0/en/innodb-limits.html>).
pub(crate) const KEY_BYTES: u32 = 3_072;
/// The longest part of a column in an index, in characters of four bytes.
const WIDE_PREFIX: u32 = 768;
/// How much of an unlimited text an index holds.
const TEXT_PREFIX: u32 = 255;

pub(crate) fn sql(data_type: &DataType, dialect: Dialect) -> Result<TypeSql, Limit> {
    Ok(match data_type {
        DataType::Text => plain("longtext"),
        DataType::Varchar(length) if *length <= LONGEST_VARCHAR => plain(format!("varchar({length})")),
        DataType::Varchar(length) => checked("longtext", "char_length(", format!(") <= {length}")),
        DataType::I16 => plain("smallint"),
        DataType::I32 => plain("int"),
        DataType::I64 => plain("bigint"),
        DataType::Bool => checked("boolean", "", " IN (0, 1)"),
        DataType::F32 => plain("float"),
        DataType::F64 => plain("double"),
        DataType::Decimal { precision, scale } if *precision <= MOST_DIGITS && *scale <= MOST_SCALE => {
            plain(format!("decimal({precision}, {scale})"))
        }
        DataType::Decimal { precision, scale } => {
            let message = format!(
                "a decimal has at most {MOST_DIGITS} digits, {MOST_SCALE} of them after the point, not ({precision}, {scale})"
            );
            return Err(Limit::new(message));
        }
        DataType::Date => plain("date"),
        // Without (6), the microseconds are cut: <https://dev.mysql.com/doc/refman/8.0/en/fractional-seconds.html>.
        DataType::Time => plain("time(6)"),
        // TIMESTAMP ends in 2038, so instants are kept in UTC as `datetime`.
        DataType::Timestamp | DataType::TimestampTz => plain("datetime(6)"),
        DataType::Uuid => plain("binary(16)"),
        DataType::Json => plain("json"),
        DataType::Blob => plain("longblob"),
        DataType::Binary(length) if *length <= LONGEST_VARBINARY => plain(format!("varbinary({length})")),
        DataType::Binary(length) => checked("longblob", "length(", format!(") <= {length}")),
        DataType::Enum(values) => one_of(format!("varchar({})", DataType::enum_width(values)), values, dialect),
        DataType::Late(column) => late(*column),
    })
}

/// How many bytes of a key a column takes.
pub(crate) const fn key_width(data_type: &DataType) -> KeyWidth {
    match data_type {
        DataType::Text | DataType::Blob => KeyWidth::Refused(
            "only a part of a value of unlimited length can be in a key, and two that are different could be equal there",
        ),
        DataType::Json => KeyWidth::Refused("a JSON document has no order"),
        DataType::Varchar(length) => KeyWidth::Bytes(length.saturating_mul(4)),
        DataType::Binary(length) => KeyWidth::Bytes(*length),
        DataType::Enum(values) => KeyWidth::Bytes(DataType::enum_width(values).saturating_mul(4)),
        DataType::Bool => KeyWidth::Bytes(1),
        DataType::I16 => KeyWidth::Bytes(2),
        DataType::Date => KeyWidth::Bytes(3),
        DataType::I32 | DataType::F32 => KeyWidth::Bytes(4),
        DataType::Time => KeyWidth::Bytes(6),
        DataType::I64 | DataType::F64 | DataType::Timestamp | DataType::TimestampTz => KeyWidth::Bytes(8),
        DataType::Uuid => KeyWidth::Bytes(16),
        DataType::Decimal { precision, .. } => KeyWidth::Bytes(*precision as u32 / 2 + 4),
        DataType::Late(_) => KeyWidth::Unknown,
    }
}

/// How much of a column an index that is not unique holds, if not all of it.
pub(crate) const fn index_prefix(data_type: &DataType) -> Option<u32> {
    match data_type {
        DataType::Text | DataType::Blob => Some(TEXT_PREFIX),
        DataType::Varchar(length) | DataType::Binary(length) if *length > WIDE_PREFIX => Some(WIDE_PREFIX),
        DataType::Varchar(_)
        | DataType::Binary(_)
        | DataType::Json
        | DataType::Enum(_)
        | DataType::I16
        | DataType::I32
        | DataType::I64
        | DataType::Bool
        | DataType::F32
        | DataType::F64
        | DataType::Decimal { .. }
        | DataType::Date
        | DataType::Time
        | DataType::Timestamp
        | DataType::TimestampTz
        | DataType::Uuid
        | DataType::Late(_) => None,
    }
}

/// A default of a long type must look like an expression
/// (<https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html>), and a type that is known later may be one.
pub(crate) fn literal_default(data_type: &DataType) -> DefaultForm {
    match sql(data_type, Dialect::Mysql) {
        Ok(sql) if sql.name.starts_with("long") || sql.name == "json" => DefaultForm::InParentheses,
        _ if matches!(data_type, DataType::Late(_)) => DefaultForm::InParentheses,
        Ok(_) | Err(_) => DefaultForm::Plain,
    }
}

/// How many bytes of a row a column takes.
pub(crate) fn row_width(data_type: &DataType) -> u32 {
    match data_type {
        DataType::Text | DataType::Json | DataType::Blob => 12,
        DataType::Varchar(length) if *length > LONGEST_VARCHAR => 12,
        DataType::Binary(length) if *length > LONGEST_VARBINARY => 12,
        _ => match key_width(data_type) {
            KeyWidth::Bytes(width) => width.saturating_add(2),
            KeyWidth::Unknown | KeyWidth::Refused(_) | KeyWidth::RefusedInUnique(..) => 12,
        },
    }
}
