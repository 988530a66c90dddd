//! The violated constraint: PostgreSQL names it, the table's definition knows its columns.

use sqlx::postgres::PgDatabaseError;
use tablewright_schema::{DataType, TableDef, name};

use crate::driver::Statement;
use crate::error::{Constraint, Error, Kind};

/// Completes an error about a constraint.
#[cold]
pub fn resolve(statement: Option<Statement<'_>>, found: &PgDatabaseError, error: Error) -> Error {
    if !matches!(error.kind(), Kind::Unique | Kind::ForeignKey | Kind::NotNull | Kind::Check) {
        return error;
    }
    let mut constraint = Constraint {
        name: found.constraint().map(str::to_owned),
        table: found.table().map(str::to_owned),
        columns: found.column().map(str::to_owned).into_iter().collect(),
    };
    let Some(def) = statement.and_then(|statement| statement.table) else { return error.with_constraint(constraint) };
    // A reference that would break belongs to the table that refers.
    if constraint.table.as_deref().is_some_and(|table| table != def.name) {
        return error.with_constraint(constraint);
    }
    let checked = constraint.name.as_deref().and_then(|name| checked_column(def, name));
    if constraint.columns.is_empty() {
        constraint.columns = match checked {
            Some((column, _)) => vec![column.to_owned()],
            None => constraint.name.as_deref().map(|name| columns(def, name)).unwrap_or_default(),
        };
    }
    match checked {
        Some((_, DataType::Varchar(_) | DataType::Binary(_))) => {
            Error::new(Kind::TooLong, "a value is too long for its column").with_constraint(constraint)
        }
        _ => error.with_constraint(constraint),
    }
}

/// The column of a check that came with a type; one about a length says that the value is too long.
fn checked_column<'d>(def: &'d TableDef, constraint: &str) -> Option<(&'d str, &'d DataType)> {
    let column = def.columns.iter().find(|column| name::check(&def.name, &column.name) == constraint)?;
    Some((&column.name, &column.data_type))
}

/// The columns of a key, a unique constraint, a unique index or a foreign key.
fn columns(def: &TableDef, constraint: &str) -> Vec<String> {
    let owned = |columns: &[std::borrow::Cow<'static, str>]| columns.iter().map(ToString::to_string).collect();
    if def.primary_key.name == constraint {
        return owned(&def.primary_key.columns);
    }
    if let Some(unique) = def.uniques.iter().find(|unique| unique.name == constraint) {
        return owned(&unique.columns);
    }
    if let Some(key) = def.foreign_keys.iter().find(|key| key.name == constraint) {
        return owned(&key.columns);
    }
    let index = def.indexes.iter().find(|index| index.name == constraint);
    index.map(|index| index.columns().map(str::to_owned).collect()).unwrap_or_default()
}
