//! Small makers of [`TypeSql`], shared by the dialects.

use super::{Dialect, TypeSql, literal};
use crate::model::{DataType, Text};
use crate::sql::Late;

/// A type that says everything by its name.
pub(crate) fn plain(name: impl Into<String>) -> TypeSql {
    TypeSql { name: name.into(), check: None }
}

/// A type with a condition on the column, whose name stands between the two parts.
pub(crate) fn checked(name: impl Into<String>, before: impl Into<String>, after: impl Into<String>) -> TypeSql {
    TypeSql { name: name.into(), check: Some((before.into(), after.into())) }
}

/// A type with a list of its values.
pub(crate) fn one_of(name: impl Into<String>, values: &[Text], dialect: Dialect) -> TypeSql {
    let values: Vec<String> = values.iter().map(|value| literal::text(value, dialect)).collect();
    checked(name, "", format!(" IN ({})", values.join(", ")))
}

/// A type that is known only after the derive.
pub(crate) fn late(column: u16) -> TypeSql {
    checked(Late::Type(column).to_string(), Late::CheckBefore(column).to_string(), Late::CheckAfter(column).to_string())
}

/// The condition that a number is one of the type's, for types of numbers that are no decimals.
pub(crate) fn in_range(data_type: &DataType) -> Option<(String, String)> {
    let (low, high) = match data_type {
        DataType::I16 => (i16::MIN.to_string(), i16::MAX.to_string()),
        DataType::I32 => (i32::MIN.to_string(), i32::MAX.to_string()),
        DataType::I64 => (i64::MIN.to_string(), i64::MAX.to_string()),
        DataType::F32 => (format!("{:e}", f64::from(f32::MIN)), format!("{:e}", f64::from(f32::MAX))),
        DataType::Text
        | DataType::Varchar(_)
        | DataType::Enum(_)
        | DataType::Bool
        | DataType::F64
        | DataType::Decimal { .. }
        | DataType::Date
        | DataType::Time
        | DataType::Timestamp
        | DataType::TimestampTz
        | DataType::Uuid
        | DataType::Json
        | DataType::Blob
        | DataType::Binary(_)
        | DataType::Late(_) => return None,
    };
    Some((String::new(), format!(" BETWEEN {low} AND {high}")))
}

/// The condition that a number, once it is rounded, has no more digits than the type.
pub(crate) fn in_digits(precision: u8, scale: u8) -> (String, String) {
    let largest = largest_decimal(precision, scale);
    ("ROUND(".to_owned(), format!(", {scale}) BETWEEN -{largest} AND {largest}"))
}

/// The largest number of `precision` digits, `scale` of them after the point: `999.99`.
pub(crate) fn largest_decimal(precision: u8, scale: u8) -> String {
    let mut digits = "9".repeat(usize::from(precision));
    if scale > 0 {
        let point = digits.len().saturating_sub(usize::from(scale));
        digits.insert(point, '.');
        if point == 0 {
            digits.insert(0, '0');
        }
    }
    digits
}
