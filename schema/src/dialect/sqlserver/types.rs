//! SQL Server's types (<https://learn.microsoft.com/sql/t-sql/data-types/data-types-transact-sql>).

use super::super::key_width::KeyWidth;
use super::super::rules::Limit;
use super::super::type_text::{checked, late, one_of, plain};
use super::super::{Dialect, TypeSql};
use crate::model::borrowed::{slice, text};
use crate::model::{DataType, List, Text};

/// <https://learn.microsoft.com/sql/t-sql/data-types/nchar-and-nvarchar-transact-sql>
const LONGEST_NVARCHAR: u32 = 4_000;
const LONGEST_VARBINARY: u32 = 8_000;
const MOST_DIGITS: u8 = 38;

/// Compares code by code: a server's default usually takes upper and lower case for equal.
const COLLATE: &str = " COLLATE Latin1_General_100_BIN2";

pub(crate) fn sql(data_type: &DataType) -> Result<TypeSql, Limit> {
    Ok(match data_type {
        DataType::Json => checked(collated("NVARCHAR(MAX)"), "ISJSON(", ") = 1"),
        DataType::Varchar(length) if *length > LONGEST_NVARCHAR => {
            // LEN leaves out blanks at the end; bytes it is.
            checked(collated("NVARCHAR(MAX)"), "DATALENGTH(", format!(") <= {}", u64::from(*length) * 2))
        }
        DataType::Binary(length) if *length > LONGEST_VARBINARY => {
            checked("VARBINARY(MAX)", "DATALENGTH(", format!(") <= {length}"))
        }
        DataType::Decimal { precision, .. } if *precision > MOST_DIGITS => {
            return Err(Limit::new(format!("a decimal has at most {MOST_DIGITS} digits, not {precision}")));
        }
        DataType::Enum(values) => one_of(collated(&name(data_type)), values, Dialect::SqlServer),
        DataType::Text | DataType::Varchar(_) => plain(collated(&name(data_type))),
        DataType::I16
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
        | DataType::Blob
        | DataType::Binary(_) => plain(name(data_type)),
        DataType::Late(column) => late(*column),
    })
}

fn collated(name: &str) -> String {
    format!("{name}{COLLATE}")
}

/// The type alone, as CAST takes it.
pub(crate) fn name(data_type: &DataType) -> String {
    match data_type {
        DataType::Text | DataType::Json => "NVARCHAR(MAX)".to_owned(),
        DataType::Varchar(length) if *length > LONGEST_NVARCHAR => "NVARCHAR(MAX)".to_owned(),
        DataType::Varchar(length) => format!("NVARCHAR({length})"),
        DataType::Enum(values) => format!("NVARCHAR({})", units(values)),
        DataType::I16 => "SMALLINT".to_owned(),
        DataType::I32 => "INT".to_owned(),
        DataType::I64 => "BIGINT".to_owned(),
        DataType::Bool => "BIT".to_owned(),
        DataType::F32 => "REAL".to_owned(),
        DataType::F64 => "FLOAT(53)".to_owned(),
        DataType::Decimal { precision, scale } => format!("DECIMAL({precision}, {scale})"),
        DataType::Date => "DATE".to_owned(),
        DataType::Time => "TIME(6)".to_owned(),
        DataType::Timestamp => "DATETIME2(6)".to_owned(),
        DataType::TimestampTz => "DATETIMEOFFSET(6)".to_owned(),
        DataType::Uuid => "UNIQUEIDENTIFIER".to_owned(),
        DataType::Blob => "VARBINARY(MAX)".to_owned(),
        DataType::Binary(length) if *length > LONGEST_VARBINARY => "VARBINARY(MAX)".to_owned(),
        DataType::Binary(length) => format!("VARBINARY({length})"),
        DataType::Late(column) => late(*column).name,
    }
}

/// The longest value in UTF-16, which is what lengths count.
const fn units(values: &List<Text>) -> u32 {
    let (values, mut most) = (slice(values), 1);
    let mut n = 0;
    while n < values.len() {
        let (bytes, mut units, mut at) = (text(&values[n]).as_bytes(), 0, 0);
        while at < bytes.len() {
            // A character takes one, those of four bytes two.
            units += match bytes[at] {
                0x80..0xC0 => 0,
                0xF0.. => 2,
                0..0x80 | 0xC0..0xF0 => 1,
            };
            at += 1;
        }
        if units > most {
            most = units;
        }
        n += 1;
    }
    most
}

/// How many bytes of a key a column takes.
pub(crate) const fn key_width(data_type: &DataType) -> KeyWidth {
    match data_type {
        DataType::Text | DataType::Json | DataType::Blob => {
            KeyWidth::Refused("a column of unlimited length cannot be in a key or an index")
        }
        DataType::Varchar(length) if *length > LONGEST_NVARCHAR => {
            KeyWidth::Refused("a text of this length is NVARCHAR(MAX), which cannot be in a key or an index")
        }
        DataType::Binary(length) if *length > LONGEST_VARBINARY => {
            KeyWidth::Refused("as many bytes are VARBINARY(MAX), which cannot be in a key or an index")
        }
        DataType::Varchar(length) => KeyWidth::Bytes(length.saturating_mul(2)),
        DataType::Binary(length) => KeyWidth::Bytes(*length),
        DataType::Enum(values) => KeyWidth::Bytes(units(values).saturating_mul(2)),
        DataType::Bool => KeyWidth::Bytes(1),
        DataType::I16 => KeyWidth::Bytes(2),
        DataType::Date => KeyWidth::Bytes(3),
        DataType::I32 | DataType::F32 => KeyWidth::Bytes(4),
        DataType::Time => KeyWidth::Bytes(5),
        DataType::I64 | DataType::F64 | DataType::Timestamp => KeyWidth::Bytes(8),
        DataType::TimestampTz => KeyWidth::Bytes(10),
        DataType::Uuid => KeyWidth::Bytes(16),
        DataType::Decimal { .. } => KeyWidth::Bytes(17),
        DataType::Late(_) => KeyWidth::Unknown,
    }
}
