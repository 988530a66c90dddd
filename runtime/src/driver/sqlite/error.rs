//! SQLite's result codes as kinds, and its messages as constraints (<https://www.sqlite.org/rescode.html>).

use rusqlite::ffi;
use tablewright_schema::{DataType, TableDef, name};

use crate::driver::Statement;
use crate::driver::words::{first_word, has_word, is_in};
use crate::error::{Constraint, Error, Kind};

/// Whether another connection has the lock that was needed, so that waiting helps. Nothing has happened then.
pub fn is_busy(error: &rusqlite::Error) -> bool {
    error.sqlite_error().map(|code| code.extended_code).is_some_and(|code| {
        code != ffi::SQLITE_BUSY_SNAPSHOT && matches!(code & 0xff, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED)
    })
}

/// Statements that read no values but names.
const OF_NAMES: [&str; 5] = ["ALTER", "DETACH", "DROP", "PRAGMA", "VACUUM"];
/// What a constraint that was violated is told by: names.
const OF_CONSTRAINTS: [&str; 4] = ["CHECK ", "FOREIGN KEY ", "NOT NULL ", "UNIQUE "];

/// An error of a statement that runs. When it was prepared its text was all there was; now SQLite's words may repeat a value:
/// a parameter that is a query of a full-text index or a path in a document is read only now, and what is wrong with it is
/// quoted.
#[cold]
pub fn of_running(sql: &str, error: rusqlite::Error) -> Error {
    let (code, text) = match &error {
        rusqlite::Error::SqliteFailure(code, Some(text)) => (*code, text),
        rusqlite::Error::SqlInputError { error, msg, .. } => (*error, msg),
        _ => return translate(error),
    };
    if is_about_text(sql, code, text) {
        return translate(error);
    }
    let what = if text.starts_with("no such ") { "no such thing as it, or a value in it, names" } else { "an error" };
    let withheld = format!("{what} (code {}, whose words may repeat a value)", code.extended_code);
    translate(rusqlite::Error::SqliteFailure(code, Some(withheld)))
}

/// Whether the words of an error speak of nothing but names that the statement, or the schema, has.
fn is_about_text(sql: &str, code: ffi::Error, text: &str) -> bool {
    match code.extended_code & 0xff {
        ffi::SQLITE_CONSTRAINT => OF_CONSTRAINTS.iter().any(|start| text.starts_with(start)),
        ffi::SQLITE_ERROR | ffi::SQLITE_CANTOPEN if !is_in(&OF_NAMES, first_word(sql)) => {
            // It may have been prepared anew, because the schema has changed.
            let name = text.strip_prefix("no such ").and_then(|rest| rest.split_once(": "));
            name.is_some_and(|(_, name)| has_word(sql, name.rsplit('.').next().unwrap_or(name)))
        }
        _ => true,
    }
}

/// An error of SQLite with its kind and, as far as the message tells, its constraint. Its messages name tables, columns and
/// constraints, and no values, unless the statement was [running](of_running).
#[cold]
pub fn translate(error: rusqlite::Error) -> Error {
    let (code, text) = match &error {
        rusqlite::Error::SqliteFailure(code, message) => (code, message.clone().unwrap_or_default()),
        // What is wrong with a statement at a place that it can tell.
        rusqlite::Error::SqlInputError { error, msg, .. } => (error, msg.clone()),
        rusqlite::Error::MultipleStatement => {
            return Error::new(Kind::Syntax, "there is more than one statement: run them one at a time")
                .with_source(error);
        }
        _ => return Error::new(Kind::Other, "SQLite could not run the statement").with_source(error),
    };
    let translated = match code.extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
            Error::new(Kind::Unique, "a row with this value is there already").with_constraint(columns(&text))
        }
        ffi::SQLITE_CONSTRAINT_NOTNULL => {
            Error::new(Kind::NotNull, "a required column got no value").with_constraint(columns(&text))
        }
        // RESTRICT is a trigger inside SQLite and reports itself as one.
        ffi::SQLITE_CONSTRAINT_FOREIGNKEY | ffi::SQLITE_CONSTRAINT_TRIGGER if text.starts_with("FOREIGN KEY") => {
            Error::new(Kind::ForeignKey, "a reference would point to nothing").with_constraint(Constraint::default())
        }
        ffi::SQLITE_CONSTRAINT_CHECK => {
            let name = text.strip_prefix("CHECK constraint failed: ").map(str::to_owned);
            Error::new(Kind::Check, "a check failed").with_constraint(Constraint { name, ..Constraint::default() })
        }
        ffi::SQLITE_CONSTRAINT_DATATYPE => Error::new(Kind::Encode, "a value has the wrong type for its column"),
        ffi::SQLITE_INTERRUPT => Error::new(Kind::Timeout, "the statement was interrupted"),
        // What was read is old, and waiting makes it no younger (<https://www.sqlite.org/rescode.html#busy_snapshot>).
        ffi::SQLITE_BUSY_SNAPSHOT => {
            Error::new(Kind::Serialization, "another transaction came before this one; run it again")
        }
        _ => match code.extended_code & 0xff {
            ffi::SQLITE_CONSTRAINT => Error::new(Kind::Check, "a constraint was violated"),
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => {
                Error::new(Kind::Busy, "the database is locked by another process")
            }
            ffi::SQLITE_CANTOPEN | ffi::SQLITE_NOTADB | ffi::SQLITE_AUTH | ffi::SQLITE_PERM => {
                Error::new(Kind::Connect, format!("the database cannot be opened: {text}"))
            }
            ffi::SQLITE_READONLY => {
                Error::new(Kind::Unsupported, "the database, or the transaction, is for reading only")
            }
            ffi::SQLITE_TOOBIG => Error::new(Kind::TooLong, "a value is longer than SQLite can store"),
            ffi::SQLITE_RANGE => Error::new(Kind::Usage, "the statement has not that many parameters"),
            ffi::SQLITE_FULL => Error::new(Kind::Other, "the disk is full: nothing was written"),
            ffi::SQLITE_IOERR => Error::new(Kind::Other, format!("the disk failed: {text}")),
            ffi::SQLITE_CORRUPT => Error::new(Kind::Other, format!("the database file is damaged: {text}")),
            ffi::SQLITE_ERROR if text.starts_with("no such ") => Error::new(Kind::MissingObject, text.clone()),
            ffi::SQLITE_ERROR => Error::new(Kind::Syntax, format!("SQLite refused the statement: {text}")),
            _ => Error::new(Kind::Other, text.clone()),
        },
    };
    translated.with_source(error)
}

/// `UNIQUE constraint failed: t.a, t.b`, or `.. failed: index 'name'` for an index over expressions.
fn columns(text: &str) -> Constraint {
    let mut constraint = Constraint::default();
    let Some((_, list)) = text.split_once(" constraint failed: ") else { return constraint };
    if let Some(index) = list.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\'')) {
        constraint.name = Some(index.to_owned());
        return constraint;
    }
    for part in list.split(", ") {
        if let Some((table, column)) = part.split_once('.') {
            constraint.table = Some(table.to_owned());
            constraint.columns.push(column.to_owned());
        }
    }
    constraint
}

/// Completes the constraint from the table's definition: the name of a unique constraint, the column of a check.
#[cold]
pub fn resolve(statement: Statement<'_>, error: Error) -> Error {
    let (Some(def), Some(constraint)) = (statement.table, error.constraint()) else { return error };
    if constraint.table.as_ref().is_some_and(|table| *table != def.name) {
        return error;
    }
    let mut constraint = constraint.clone();
    constraint.table.get_or_insert_with(|| def.name.to_string());
    match error.kind() {
        Kind::Unique => {
            if constraint.name.is_none() {
                constraint.name = unique_name(def, &constraint.columns);
            }
            error.with_constraint(constraint)
        }
        Kind::Check => resolve_check(def, constraint, error),
        _ => error.with_constraint(constraint),
    }
}

fn unique_name(def: &TableDef, columns: &[String]) -> Option<String> {
    let same = |names: &[std::borrow::Cow<'static, str>]| names.iter().eq(columns.iter());
    if same(&def.primary_key.columns) {
        return Some(def.primary_key.name.to_string());
    }
    let unique = def.uniques.iter().find(|unique| same(&unique.columns)).map(|unique| unique.name.to_string());
    unique.or_else(|| {
        let index =
            def.indexes.iter().find(|index| index.unique && index.columns().eq(columns.iter().map(String::as_str)));
        index.map(|index| index.name.to_string())
    })
}

/// A check that came with a type is about one column, and one about a length says that the value is too long.
fn resolve_check(def: &TableDef, mut constraint: Constraint, error: Error) -> Error {
    let column = def
        .columns
        .iter()
        .find(|column| constraint.name.as_deref() == Some(name::check(&def.name, &column.name).as_str()));
    let Some(column) = column else { return error.with_constraint(constraint) };
    constraint.columns = vec![column.name.to_string()];
    match column.data_type {
        DataType::Varchar(_) | DataType::Binary(_) => Error::new(Kind::TooLong, "a value is too long for its column")
            .with_constraint(constraint)
            .with_source(error),
        _ => error.with_constraint(constraint),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// There are no logins, no connections to lose and, with one writer at a time, no deadlocks.
    #[test]
    fn what_a_caller_branches_on_is_told() {
        for (code, text, kind) in [
            (ffi::SQLITE_CONSTRAINT_UNIQUE, "UNIQUE constraint failed: t.a", Kind::Unique),
            (ffi::SQLITE_CONSTRAINT_PRIMARYKEY, "UNIQUE constraint failed: t.id", Kind::Unique),
            (ffi::SQLITE_CONSTRAINT_FOREIGNKEY, "FOREIGN KEY constraint failed", Kind::ForeignKey),
            (ffi::SQLITE_CONSTRAINT_NOTNULL, "NOT NULL constraint failed: t.a", Kind::NotNull),
            (ffi::SQLITE_CONSTRAINT_CHECK, "CHECK constraint failed: ck_t_a", Kind::Check),
            (ffi::SQLITE_BUSY_SNAPSHOT, "database is locked", Kind::Serialization),
            (ffi::SQLITE_BUSY, "database is locked", Kind::Busy),
            (ffi::SQLITE_INTERRUPT, "interrupted", Kind::Timeout),
            (ffi::SQLITE_TOOBIG, "string or blob too big", Kind::TooLong),
            (ffi::SQLITE_ERROR, "no such table: t", Kind::MissingObject),
            (ffi::SQLITE_CANTOPEN, "unable to open database file", Kind::Connect),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), Some(text.to_owned()));
            assert_eq!(translate(error).kind(), kind, "{text}");
        }
    }
}
