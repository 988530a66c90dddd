//! What is there beside what should be there.

use tablewright_schema::TableDef;
use tablewright_schema::catalog::{self, Difference, Table, Texts};
use tablewright_schema::dialect::catalog::Wording;

use super::read::{read, temporary};
use crate::database::Database;
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::transaction::Transaction;

/// What [`verify`] found out. `Display` says each difference in a line.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Drift {
    /// What differs, table by table in the order of the schema.
    pub differences: Vec<Difference>,
    /// Why checks, defaults, computed columns, filters and indexes over expressions were compared by their presence only,
    /// not by what they say; nothing if they were compared.
    pub texts_not_compared: Option<String>,
    /// What is no difference and worth knowing, a sentence each: columns that stand in another order.
    pub advice: Vec<String>,
}

impl Drift {
    /// Whether nothing differs, as far as was compared.
    pub fn is_empty(&self) -> bool {
        self.differences.is_empty()
    }
}

impl std::fmt::Display for Drift {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let lines = self.differences.iter().map(ToString::to_string);
        let note =
            self.texts_not_compared.as_ref().map(|why| format!("the wording of expressions was not compared: {why}"));
        let advice = self.advice.iter().cloned();
        f.write_str(&lines.chain(note).chain(advice).collect::<Vec<_>>().join("\n"))
    }
}

/// Compares tables with those of the database, by its engine's own catalog: columns with their types, defaults and comments,
/// keys, indexes, checks, references. The order of columns is no difference, but an [advice](Drift::advice). Tables of the database that are not among
/// these are left out.
///
/// Engines that word expressions anew (PostgreSQL, MySQL, MariaDB) are asked for their wording of ours, by a temporary table
/// that is made for a moment on a connection of its own. Without the right to make one, and on SQL Server and Oracle,
/// [`Drift::texts_not_compared`] says so.
///
/// # Errors
/// Those of the database, and one of kind [`Unsupported`](Kind::Unsupported) if its dialect cannot hold a table.
pub async fn verify<'t>(db: &Database, tables: impl IntoIterator<Item = &'t TableDef>) -> Result<Drift> {
    between(db, &read(db).await?, tables).await
}

/// The same with what was read of the database before.
pub(super) async fn between<'t>(
    db: &Database,
    found: &[Table],
    tables: impl IntoIterator<Item = &'t TableDef>,
) -> Result<Drift> {
    let dialect = db.dialect();
    let mut drift = Drift::default();
    let mut pairs: Vec<(&TableDef, Table, Option<&Table>)> = Vec::new();
    for def in tables {
        let expected = catalog::expected(def, dialect).map_err(|problems| {
            let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Error::new(
                Kind::Unsupported,
                format!("{dialect} cannot hold table `{}`: {}", def.name, problems.join("; ")),
            )
        })?;
        pairs.push((def, expected, found.iter().find(|table| table.name == def.name)));
    }
    drift.texts_not_compared = match dialect.wording() {
        Wording::AsWritten => None,
        Wording::ItsOwn => Some(format!("{dialect} words them anew, and no temporary table shows how")),
        Wording::AsOfATable { .. } => {
            let there = pairs.iter_mut().filter(|(_, expected, found)| found.is_some() && expected.has_expressions());
            let there: Vec<_> = there.map(|(def, expected, _)| (*def, expected)).collect();
            match db.begin().await {
                Ok(tx) => reword(tx, there).await,
                Err(error) => Some(error),
            }
            .map(|error| format!("no temporary table could be made: {error}"))
        }
    };
    let texts = if drift.texts_not_compared.is_none() { Texts::Compared } else { Texts::Unknown };
    for (def, expected, found) in &pairs {
        match found {
            Some(found) => {
                drift.differences.extend(catalog::compare(expected, found, dialect, texts));
                drift.advice.extend(catalog::order(expected, found));
            }
            None => drift.differences.push(catalog::missing(&def.name)),
        }
    }
    Ok(drift)
}

/// Gives the tables the engine's wording of their expressions; gives back what kept it from that.
async fn reword(tx: Transaction, tables: Vec<(&TableDef, &mut Table)>) -> Option<Error> {
    for (def, expected) in tables {
        match like(&tx, def).await {
            Ok(Some(like)) => expected.reword(&like),
            Ok(None) => {}
            Err(error) => return Some(error),
        }
    }
    // Nothing is left to undo, and an index of a temporary table may have ended the transaction.
    tx.commit().await.err()
}

/// A table of the same definition as the engine tells it.
async fn like(tx: &Transaction, def: &TableDef) -> Result<Option<Table>> {
    let Some(made) = catalog::temporary(def, tx.dialect()) else { return Ok(None) };
    let run = async |sql: &str| tx.execute(Statement::built(sql, Operation::Ddl), &[]).await;
    // One may be left of a call that was cut off.
    run(&made.drop).await?;
    for sql in &made.create {
        run(sql).await?;
    }
    let like = temporary(tx, catalog::TEMPORARY_NAME).await?;
    run(&made.drop).await?;
    Ok(like)
}
