//! Which foreign key failed: SQLite does not say, so it is looked up, by keys, never by scanning a table.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use tablewright_schema::{ForeignKeyDef, TableDef};

use super::bind::owned;
use crate::driver::{Operation, Statement};
use crate::error::{Constraint, Error};
use crate::param::Param;

/// Completes an error about a foreign key. What cannot be found out stays open; the error itself is kept.
#[cold]
pub fn explain(connection: &Connection, statement: Statement<'_>, params: &[Param<'_>], error: Error) -> Error {
    let Some(def) = statement.table else { return error };
    let constraint = match statement.operation {
        Operation::Insert | Operation::Upsert => failed(connection, def, &inserted(def, params)),
        Operation::Update => failed(connection, def, &updated(def, statement, params)),
        Operation::Delete => referencing(connection, def),
        _ => None,
    };
    error.with_constraint(
        constraint.unwrap_or_else(|| Constraint { table: Some(def.name.to_string()), ..Constraint::default() }),
    )
}

type Given<'a> = Vec<(&'a str, Option<Value>)>;

fn inserted<'a>(def: &'a TableDef, params: &[Param<'_>]) -> Given<'a> {
    def.insertable().map(|column| &*column.name).zip(params.iter().map(owned)).collect()
}

/// A static statement sets every column, one that was built says which.
fn updated<'a>(def: &'a TableDef, statement: Statement<'a>, params: &[Param<'_>]) -> Given<'a> {
    let values = params.iter().map(owned);
    if statement.is_static() {
        return def.updatable().map(|column| &*column.name).zip(values).collect();
    }
    statement.set.iter().copied().zip(values).collect()
}

/// The first foreign key whose target is not there. With one key there is nothing to ask.
fn failed(connection: &Connection, def: &TableDef, given: &Given<'_>) -> Option<Constraint> {
    if let [key] = &*def.foreign_keys {
        return Some(named(def, key));
    }
    def.foreign_keys.iter().find(|key| is_missing(connection, key, given)).map(|key| named(def, key))
}

fn is_missing(connection: &Connection, key: &ForeignKeyDef, given: &Given<'_>) -> bool {
    let value = |column: &str| given.iter().find(|(name, _)| *name == column).and_then(|(_, value)| value.clone());
    // A NULL in the key, or a value that is not known here, refers to nothing and cannot be missing.
    let Some(values) = key.columns.iter().map(|column| value(column)).collect::<Option<Vec<_>>>() else { return false };
    let condition =
        key.target_columns.iter().map(|column| format!("\"{column}\" = ?")).collect::<Vec<_>>().join(" AND ");
    let sql = format!("SELECT 1 FROM \"{}\" WHERE {condition}", key.target);
    let found = connection.query_row(&sql, params_from_iter(values), |_| Ok(())).optional();
    matches!(found, Ok(None))
}

fn named(def: &TableDef, key: &ForeignKeyDef) -> Constraint {
    Constraint {
        name: Some(key.name.to_string()),
        table: Some(def.name.to_string()),
        columns: key.columns.iter().map(ToString::to_string).collect(),
    }
}

/// The table whose rows refer to this one, if there is only one that does.
fn referencing(connection: &Connection, def: &TableDef) -> Option<Constraint> {
    let sql = "SELECT m.name, k.\"from\", k.id FROM sqlite_schema m, pragma_foreign_key_list(m.name) k \
               WHERE m.type = 'table' AND lower(k.\"table\") = lower(?) AND upper(k.on_delete) IN ('NO ACTION', 'RESTRICT') \
               ORDER BY m.name, k.id, k.seq";
    let mut statement = connection.prepare(sql).ok()?;
    let rows = statement
        .query_map([&*def.name], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?)))
        .ok()?
        .collect::<Result<Vec<_>, _>>()
        .ok()?;
    let (table, _, id) = rows.first()?.clone();
    let only = rows.iter().all(|(other, _, key)| *other == table && *key == id);
    only.then(|| Constraint {
        name: None,
        table: Some(table),
        columns: rows.into_iter().map(|(_, column, _)| column).collect(),
    })
}
