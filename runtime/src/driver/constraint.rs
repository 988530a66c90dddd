//! What the schema knows of a constraint that an engine names.

use tablewright_schema::{ColumnDef, DataType, TableDef, name};

use crate::error::{Constraint, Error, Kind};

/// Completes an error about a constraint of this table. A check that came with a type and is about a length says that the value
/// is too long.
#[allow(dead_code, reason = "not every driver leaves it open what a check is about")]
#[cold]
pub fn complete(def: &TableDef, mut constraint: Constraint, error: Error) -> Error {
    let checked = constraint.name.as_deref().and_then(|name| checked_column(def, name));
    let error = match checked.map(|column| &column.data_type) {
        Some(DataType::Varchar(_) | DataType::Binary(_)) => {
            Error::new(Kind::TooLong, "a value is too long for its column")
        }
        _ => error,
    };
    if constraint.columns.is_empty() {
        constraint.columns = constraint.name.as_deref().and_then(|name| columns(def, name)).unwrap_or_default();
    }
    error.with_constraint(constraint)
}

/// The column of a check that came with a type.
pub fn checked_column<'d>(def: &'d TableDef, constraint: &str) -> Option<&'d ColumnDef> {
    def.columns.iter().find(|column| name::check(&def.name, &column.name) == constraint)
}

/// The columns of a key, a unique constraint, a unique index, a foreign key or the check of a column.
pub fn columns(def: &TableDef, constraint: &str) -> Option<Vec<String>> {
    let owned = |columns: &[std::borrow::Cow<'static, str>]| columns.iter().map(ToString::to_string).collect();
    if def.primary_key.name == constraint {
        return Some(owned(&def.primary_key.columns));
    }
    if let Some(unique) = def.uniques.iter().find(|unique| unique.name == constraint) {
        return Some(owned(&unique.columns));
    }
    if let Some(key) = def.foreign_keys.iter().find(|key| key.name == constraint) {
        return Some(owned(&key.columns));
    }
    if let Some(index) = def.indexes.iter().find(|index| index.name == constraint) {
        return Some(index.columns().map(str::to_owned).collect());
    }
    checked_column(def, constraint).map(|column| vec![column.name.to_string()])
}
