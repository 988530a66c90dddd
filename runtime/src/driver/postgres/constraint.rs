//! The violated constraint: PostgreSQL names it, the table's definition knows its columns.

use sqlx::postgres::PgDatabaseError;

use crate::driver::Statement;
use crate::driver::constraint::complete;
use crate::error::{Constraint, Error, Kind};

/// Completes an error about a constraint.
#[cold]
pub fn resolve(statement: Option<Statement<'_>>, found: &PgDatabaseError, error: Error) -> Error {
    if !matches!(error.kind(), Kind::Unique | Kind::ForeignKey | Kind::NotNull | Kind::Check) {
        return error;
    }
    let constraint = Constraint {
        name: found.constraint().map(str::to_owned),
        table: found.table().map(str::to_owned),
        columns: found.column().map(str::to_owned).into_iter().collect(),
    };
    let Some(def) = statement.and_then(|statement| statement.table) else { return error.with_constraint(constraint) };
    // A reference that would break belongs to the table that refers.
    if constraint.table.as_deref().is_some_and(|table| table != def.name) {
        return error.with_constraint(constraint);
    }
    complete(def, constraint, error)
}
