//! A live database as definitions: for `introspect`, and to tell changes.

use tablewright_schema::catalog::{self, Lifted};
use tablewright_schema::diff::{self, Change};
use tablewright_schema::plan::ASIDE;
use tablewright_schema::{TableDef, order};

use super::read::read;
use super::verify::between;
use crate::database::Database;
use crate::error::Result;
use crate::executor::Executor;
use crate::migrate::{AppliedMigration, MigrationLock};
use crate::table::Table;

/// What [`introspect`] found.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Introspection {
    /// The tables as definitions, those that others refer to first, with what each does not say.
    pub tables: Vec<Lifted>,
    /// The same as Rust source: structs, enumerations, and a `schema!` for the dialect of the database. What our language has
    /// no words for is said in comments.
    pub source: String,
}

/// Makes definitions of all tables of a database but those of the migrations and what they keep aside, and Rust source of them, whose schema is called
/// `name`.
///
/// What the definitions do not say is noted, also what only their comparison with the database shows. An engine does not tell
/// everything: which texts are times, UUIDs that the client makes, personal data; on MySQL, MariaDB and SQLite several of our
/// types are one.
///
/// # Errors
/// Those of the database.
pub async fn introspect(db: &Database, name: &str) -> Result<Introspection> {
    let dialect = db.dialect();
    let mut found = read(db).await?;
    let own = [<AppliedMigration as Table>::NAME, <MigrationLock as Table>::NAME];
    found.retain(|table| !own.contains(&table.name.as_str()) && !table.name.starts_with(ASIDE));
    let mut tables: Vec<Lifted> = found.iter().map(|table| catalog::lift(table, &found, dialect)).collect();
    let order = order::order(&tables.iter().map(|lifted| &lifted.def).collect::<Vec<_>>()).tables;
    // What has no column that could be lifted is told of as a whole.
    for lifted in tables.iter_mut().filter(|lifted| !lifted.def.columns.is_empty()) {
        // One that the dialect cannot hold has said why.
        let Ok(drift) = between(db, &found, [&lifted.def]).await else { continue };
        lifted.notes.extend(drift.differences.iter().map(ToString::to_string));
    }
    let tables: Vec<Lifted> = order.into_iter().filter_map(|at| tables.get(at).cloned()).collect();
    let source = catalog::source(&tables, name, dialect.name());
    Ok(Introspection { tables, source })
}

/// What has to happen so that the tables of a database become these, in typed changes: nothing if [`verify`](super::verify()) finds nothing.
/// Tables of the database that are not among these are left out.
///
/// # Errors
/// As for [`verify`](super::verify()).
pub async fn changes(db: &Database, wanted: &[TableDef]) -> Result<Vec<Change>> {
    Ok(diff::diff(&definitions(db, wanted).await?, wanted))
}

/// The tables of a database that are among these, as definitions: with the words of these wherever nothing differs.
///
/// # Errors
/// As for [`verify`](super::verify()).
pub async fn definitions(db: &Database, wanted: &[TableDef]) -> Result<Vec<TableDef>> {
    let dialect = db.dialect();
    let found = read(db).await?;
    let drift = between(db, &found, wanted).await?;
    let like = |wanted: &TableDef| {
        let table = found.iter().find(|table| table.name == wanted.name)?;
        Some(catalog::lift_like(table, wanted, &drift.differences, &found, dialect).def)
    };
    Ok(wanted.iter().filter_map(like).collect())
}
