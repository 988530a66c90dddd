//! A migration from what changed in the structs since the last one.

use std::fs;
use std::path::{Path, PathBuf};

use tablewright_schema::diff::{self, Change};
use tablewright_schema::migration::{Asks, Draft, Migration, WayBack, next_version};
use tablewright_schema::plan::{ClassifiedChange, Fill, Plan, Refusal, classified, plan};
use tablewright_schema::snapshot::Snapshot;
use tablewright_schema::{Dialect, TableDef};

use crate::error::{Error, Kind, Result};
use crate::snapshot;

/// What changed, and what is said about it before it is written.
#[derive(Debug, Clone)]
pub struct NewMigration {
    folder: PathBuf,
    before: Snapshot,
    tables: Vec<TableDef>,
    dialects: &'static [Dialect],
    fill: Fill,
    given_up: Vec<String>,
    version: Option<String>,
}

/// A migration that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// Its file.
    pub path: PathBuf,
    /// Its version.
    pub version: String,
    /// Dialects for which its statements have to be written by hand, each with the reason.
    pub missing: Vec<(Dialect, String)>,
    /// Why there is no way back, where there is none.
    pub no_way_back: Vec<(Dialect, String)>,
    /// What the way back is worth, change by change.
    pub way_back: Vec<ClassifiedChange>,
}

impl NewMigration {
    /// From the snapshot in a folder to these tables.
    pub(crate) fn open(folder: &Path, tables: Vec<TableDef>, dialects: &'static [Dialect]) -> Result<Self> {
        let before = snapshot::read(folder)?;
        let (folder, fill) = (folder.to_owned(), Fill::default());
        Ok(Self { folder, before, tables, dialects, fill, given_up: Vec::new(), version: None })
    }

    /// What changed, in words. Empty if the last migration leads to these structs.
    pub fn changes(&self) -> Vec<Change> {
        diff::diff(&self.before.tables, &self.tables)
    }

    /// What the rows that are there get in a column that needs a value: `people.town`, and an expression in the language of
    /// checks and computed columns, as `lower(name)` or `'unknown'`.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) if there is no such column.
    pub fn backfill(mut self, column: &str, expression: &str) -> Result<Self> {
        let known = column
            .split_once('.')
            .filter(|(table, name)| self.tables.iter().any(|def| def.name == *table && def.column(name).is_some()));
        let Some((table, name)) = known else {
            return Err(Error::new(Kind::Usage, format!("there is no column `{column}`; say `table.column`")));
        };
        self.fill.given.push((table.to_owned(), name.to_owned(), expression.to_owned()));
        Ok(self)
    }

    /// Says that the values of this table (`people`) or column (`people.town`) may be lost.
    #[must_use]
    pub fn give_up(mut self, name: impl Into<String>) -> Self {
        self.given_up.push(name.into());
        self
    }

    /// The version; otherwise the last one with its last number one higher.
    #[must_use]
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = Some(version.into());
        self
    }

    /// The way there and the way back in a dialect.
    ///
    /// # Errors
    /// Why there is none.
    pub fn plans(&self, dialect: Dialect) -> [Result<Plan, Vec<Refusal>>; 2] {
        let back = Fill { neutral: true, ..Fill::default() };
        let old = &self.before.tables;
        [
            plan(old, &self.tables, dialect, &self.fill),
            plan(&self.tables, &diff::back(old, &self.tables), dialect, &back),
        ]
    }

    /// Writes the migration and the snapshot that belongs to it.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage), with nothing written, if nothing changed, if values would be lost that nobody
    /// [gave up](Self::give_up), or if no dialect has a way there; of kind [`Config`](Kind::Config) if the folder cannot be
    /// written.
    pub fn write(&self, name: &str, description: &str) -> Result<Written> {
        let changes = self.changes();
        if changes.is_empty() {
            return Err(usage("nothing changed: the last migration leads to these structs"));
        }
        let lost: Vec<String> = changes.iter().filter(|change| change.loses_data).map(Change::name).collect();
        let unsaid: Vec<&str> = lost.iter().map(String::as_str).filter(|name| !self.is_given_up(name)).collect();
        if !unsaid.is_empty() {
            let message = format!("the values of `{}` would be lost; give them up by name", unsaid.join("`, `"));
            return Err(usage(message));
        }
        let (mut up, mut down, mut missing, mut no_way_back) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for dialect in self.dialects.iter().copied() {
            let [there, back] = self.plans(dialect);
            match (there, back) {
                (Ok(there), Ok(back)) => {
                    up.push((dialect, there));
                    down.push((dialect, back));
                }
                (Ok(there), Err(refusals)) => {
                    up.push((dialect, there));
                    no_way_back.push((dialect, told(&refusals)));
                }
                (Err(refusals), _) => missing.push((dialect, told(&refusals))),
            }
        }
        if up.is_empty() {
            let reason = missing.first().map_or_else(String::new, |(_, reason)| reason.clone());
            return Err(usage(format!("no dialect has a way there: {reason}")));
        }
        let versions = || self.before.migrations.iter().map(|entry| entry.version.as_str());
        let version = self.version.clone().unwrap_or_else(|| next_version(versions()));
        let asks = down.iter().map(|(dialect, plan)| (*dialect, Asks::of(plan))).filter(|(_, asks)| !asks.is_empty());
        let way_back = WayBack {
            changes: classified(&self.before.tables, &self.tables, &self.fill),
            asks: asks.collect(),
            impossible: no_way_back.clone(),
        };
        let draft = Draft {
            version: version.clone(),
            name: name.to_owned(),
            description: description.to_owned(),
            dependencies: self.before.migrations.last().map(|entry| entry.version.clone()).into_iter().collect(),
            changes,
            up,
            down,
            way_back,
        };
        let text = draft.to_json();
        let file = format!("{version}_{}.json", file_name(name));
        Migration::parse(&file, &text).map_err(|fault| usage(fault.to_string()))?;
        let path = self.folder.join(&file);
        if versions().any(|known| known == version) || path.exists() {
            return Err(usage(format!("there is a migration `{version}` already")));
        }
        let unwritable = |error| Error::new(Kind::Config, format!("`{}` cannot be written: {error}", path.display()));
        fs::write(&path, &text).map_err(unwritable)?;
        if let Err(error) = snapshot::write(self.tables.iter(), &self.folder) {
            // Half of it would be a folder that no build accepts.
            fs::remove_file(&path).ok();
            return Err(error);
        }
        Ok(Written { path, version, missing, no_way_back, way_back: draft.way_back.changes })
    }

    /// Whether it was named, or declared with `dropped(..)`.
    fn is_given_up(&self, name: &str) -> bool {
        let declared = |(table, column): (&str, &str)| {
            self.tables.iter().any(|def| def.name == table && def.dropped.iter().any(|dropped| dropped == column))
        };
        self.given_up.iter().any(|given_up| given_up == name) || name.split_once('.').is_some_and(declared)
    }
}

fn told(refusals: &[Refusal]) -> String {
    refusals.iter().map(|refusal| format!("{}; {}", refusal.message, refusal.help)).collect::<Vec<_>>().join("; ")
}

/// What of a name can stand in a file's.
fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
    name.chars().map(plain).take(60).collect()
}

#[cold]
fn usage(message: impl Into<String>) -> Error {
    Error::new(Kind::Usage, message.into())
}
