//! A transaction in which tables are made anew: what SQLite would do to their rows and triggers does not happen.
//!
//! Dropping a table deletes what refers to its rows while foreign keys are enforced, and takes its triggers with it
//! (<https://www.sqlite.org/lang_altertable.html#otheralter>).

use std::collections::{BTreeSet, HashMap};

use super::connection::Outcome;
use super::pool::Lease;
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use tablewright_schema::plan::REBUILT;

/// What references between tables do in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum References {
    /// What they are to do.
    Enforced,
    /// Nothing, so that a table can be dropped to which rows refer.
    Ignored,
}

/// What such a transaction has to remember.
pub struct Rebuild {
    references: References,
    /// References that pointed to nothing before it, for which it is not to blame.
    dangling: Vec<Dangling>,
    /// Tables that were made anew, whose rows have other numbers now.
    rebuilt: BTreeSet<String>,
    /// Triggers and indexes of tables that were dropped: the table, and what makes them again.
    lost: Vec<[String; 2]>,
}

/// A reference that points to nothing: from which table, to which, the row and the number of the key.
type Dangling = [String; 4];

const DANGLING: &str = "SELECT \"table\", parent, COALESCE(CAST(rowid AS TEXT), ''), CAST(fkid AS TEXT) \
                        FROM pragma_foreign_key_check ORDER BY 1, 2, 3, 4";

impl Rebuild {
    /// Begins, once the transaction has.
    ///
    /// # Errors
    /// Those of the database, and one if it did not take the setting.
    pub fn begin(lease: &mut Lease, references: References) -> Result<Self> {
        let [is_enforced] =
            texts::<1>(lease, "SELECT CAST(foreign_keys AS TEXT) FROM pragma_foreign_keys")?.pop().unwrap_or_default();
        let wanted = if references == References::Enforced { "1" } else { "0" };
        if is_enforced != wanted {
            return Err(Error::new(
                Kind::Unsupported,
                "this SQLite does not take `PRAGMA foreign_keys`, so that rows that refer to others would be lost, or left \
                 over; nothing was changed",
            ));
        }
        Ok(Self { references, dangling: texts(lease, DANGLING)?, rebuilt: BTreeSet::new(), lost: Vec::new() })
    }

    /// Remembers what a statement is about to take with it.
    pub fn before(&mut self, lease: &mut Lease, sql: &str) -> Result<()> {
        let Some(table) = sql.strip_prefix("DROP TABLE ").and_then(unquoted) else { return Ok(()) };
        Self::is_copied(lease, &table)?;
        let table = table.replace('\'', "''");
        let dependents = format!(
            "SELECT tbl_name, sql FROM sqlite_schema WHERE tbl_name = '{table}' AND type IN ('index', 'trigger') \
             AND sql IS NOT NULL ORDER BY rowid"
        );
        self.lost.extend(texts::<2>(lease, &dependents)?);
        Ok(())
    }

    /// Whether a table that was made anew has all the rows, before the old one goes.
    fn is_copied(lease: &mut Lease, table: &str) -> Result<()> {
        let copy = format!("{REBUILT}{table}");
        let is_there =
            format!("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = '{}'", copy.replace('\'', "''"));
        if texts::<1>(lease, &is_there)?.is_empty() {
            return Ok(());
        }
        let [from, to] = [table, &copy].map(|name| name.replace('"', "\"\""));
        let counts = format!(
            "SELECT CAST((SELECT COUNT(*) FROM \"{from}\") AS TEXT), CAST((SELECT COUNT(*) FROM \"{to}\") AS TEXT)"
        );
        match texts::<2>(lease, &counts)?.first() {
            Some([from, to]) if from != to => {
                let message = format!("`{table}` has {from} rows and its copy has {to}; nothing was changed");
                Err(Error::new(Kind::Other, message))
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Makes again what a table had that has its name back.
    pub fn after(&mut self, lease: &mut Lease, sql: &str) -> Result<()> {
        if !renames_rebuilt(sql) {
            return Ok(());
        }
        let Some(table) = sql.split_once(" RENAME TO ").and_then(|(_, name)| unquoted(name)) else { return Ok(()) };
        for [_, create] in self.lost.extract_if(.., |[of, _]| *of == table) {
            ran(lease.with(|connection| connection.batch(&create)))?;
        }
        self.rebuilt.insert(table);
        Ok(())
    }

    /// Whether every reference points to something that did before.
    pub fn end(self, lease: &mut Lease) -> Result<()> {
        let dangling = texts::<4>(lease, DANGLING)?;
        let fresh = self.fresh(&dangling);
        let Some([table, parent, ..]) = fresh.first() else { return Ok(()) };
        let count = fresh.len();
        let why = match self.references {
            References::Enforced => "",
            References::Ignored => {
                "; references do nothing while tables are dropped or altered, neither `ON DELETE CASCADE` nor `SET NULL`: \
                 change these rows too, or delete in a migration that only changes rows"
            }
        };
        let message =
            format!("{count} rows of `{table}` would point to no row of `{parent}`; nothing was changed{why}");
        Err(Error::new(Kind::ForeignKey, message))
    }

    /// Those that were not there before. Of a table made anew there may be as many as before, whichever they are.
    fn fresh<'d>(&self, dangling: &'d [Dangling]) -> Vec<&'d Dangling> {
        let known: BTreeSet<&Dangling> = self.dangling.iter().collect();
        let mut many: HashMap<&[String; 2], usize> = HashMap::new();
        for [ends @ .., _, _] in &self.dangling {
            *many.entry(ends).or_default() += 1;
        }
        let mut is_known = |row: &&'d Dangling| {
            let [ends @ .., _, _] = *row;
            match many.get_mut(ends) {
                Some(left) if self.rebuilt.contains(&ends[0]) => match left.checked_sub(1) {
                    Some(less) => {
                        *left = less;
                        true
                    }
                    None => false,
                },
                _ => known.contains(*row),
            }
        };
        dangling.iter().filter(|row| !is_known(row)).collect()
    }
}

/// Whether it gives a table that was made anew its name.
pub fn renames_rebuilt(sql: &str) -> bool {
    sql.strip_prefix("ALTER TABLE \"").is_some_and(|rest| rest.starts_with(REBUILT))
}

fn unquoted(name: &str) -> Option<String> {
    Some(name.trim().strip_prefix('"')?.strip_suffix('"')?.replace("\"\"", "\""))
}

fn texts<const N: usize>(lease: &mut Lease, sql: &str) -> Result<Vec<[String; N]>> {
    let mut rows = Vec::new();
    let statement = Statement::built(sql, Operation::Select);
    ran(lease.with(|connection| {
        connection.fetch(statement, &[], &mut |row| {
            let mut texts = [const { String::new() }; N];
            for (position, text) in texts.iter_mut().enumerate() {
                row.text(position)?.clone_into(text);
            }
            rows.push(texts);
            Ok(())
        })
    }))?;
    Ok(rows)
}

/// Inside a transaction that writes, the lock is held.
fn ran<T>(outcome: Outcome<T>) -> Result<T> {
    match outcome {
        Outcome::Ran(result) => result,
        Outcome::Busy => Err(Error::new(Kind::Busy, "another process holds the database's lock")),
    }
}
