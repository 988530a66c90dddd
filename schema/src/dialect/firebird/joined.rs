//! The key of several columns that may be NULL, as one value: an index over an expression has only one.

use crate::model::DataType;

/// One text in the place of several columns, different for different rows: each but the last comes with its length.
///
/// # Errors
/// The position of a column whose type cannot be part of it.
pub(super) fn key(columns: &[(Option<&DataType>, String)]) -> Result<String, usize> {
    let mut parts = Vec::new();
    for (position, (data_type, quoted)) in columns.iter().enumerate() {
        let is_last = position + 1 == columns.len();
        parts.push(match data_type {
            Some(DataType::Varchar(_) | DataType::Enum(_) | DataType::Late(_)) if is_last => quoted.clone(),
            Some(DataType::Varchar(_) | DataType::Enum(_) | DataType::Late(_)) => {
                format!("CHAR_LENGTH({quoted}) || ':' || {quoted}")
            }
            Some(DataType::Uuid) => format!("UUID_TO_CHAR({quoted})"),
            Some(
                DataType::I16
                | DataType::I32
                | DataType::I64
                | DataType::Bool
                | DataType::Date
                | DataType::Decimal { .. },
            ) => format!("CAST({quoted} AS VARCHAR(50)) || ':'"),
            Some(_) | None => return Err(position),
        });
    }
    Ok(parts.join(" || "))
}
