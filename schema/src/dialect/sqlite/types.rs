//! SQLite's types: strict tables know five of them (<https://www.sqlite.org/stricttables.html>).

use super::super::rules::Limit;
use super::super::type_text::{checked, late, one_of, plain};
use super::super::{Dialect, TypeSql};
use crate::model::DataType;

/// The most digits of a decimal that is kept as a scaled 64-bit integer.
pub(crate) const INTEGER_DIGITS: u8 = 18;

pub(crate) fn sql(data_type: &DataType) -> Result<TypeSql, Limit> {
    Ok(match data_type {
        DataType::Text | DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz => plain("TEXT"),
        DataType::Varchar(length) => checked("TEXT", "length(", format!(") <= {length}")),
        DataType::I16 | DataType::I32 | DataType::I64 => plain("INTEGER"),
        DataType::Bool => checked("INTEGER", "", " IN (0, 1)"),
        DataType::F32 | DataType::F64 => plain("REAL"),
        DataType::Decimal { precision, .. } if *precision <= INTEGER_DIGITS => {
            let largest = "9".repeat(usize::from(*precision));
            checked("INTEGER", "", format!(" BETWEEN -{largest} AND {largest}"))
        }
        // Canonical text: equal texts are equal numbers.
        DataType::Decimal { .. } => plain("TEXT"),
        DataType::Uuid => checked("BLOB", "length(", ") = 16"),
        // <https://www.sqlite.org/json1.html#jvalid>
        DataType::Json => checked("TEXT", "json_valid(", ")"),
        DataType::Blob => plain("BLOB"),
        DataType::Binary(length) => checked("BLOB", "length(", format!(") <= {length}")),
        DataType::Enum(values) => one_of("TEXT", values, Dialect::Sqlite),
        DataType::Late(column) => late(*column),
    })
}
