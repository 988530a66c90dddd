//! What the migrations of a folder keep aside.

use std::path::Path;

use tablewright_schema::Dialect;
use tablewright_schema::migration::Migration;
use tablewright_schema::plan::aside;

use crate::error::Result;
use crate::snapshot;

/// The migrations of a folder, in order.
pub(super) struct Asides(Vec<Migration>);

impl Asides {
    /// Reads them. What is no migration keeps nothing.
    ///
    /// # Errors
    /// Of kind `Config` if the folder cannot be read.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let files = snapshot::files(folder)?;
        Ok(Self(files.iter().filter_map(|(name, text)| Migration::parse(name, text).ok()).collect()))
    }

    /// Whether a table holds what was kept by this name when all of them have run.
    pub(super) fn hold(&self, name: &str) -> bool {
        let table = aside(name);
        let quoted = Dialect::ALL.map(|dialect| dialect.quoted(&table));
        let speaks = |own: &&Migration| own.up.all().any(|sql| quoted.iter().any(|table| sql.contains(table)));
        let is_purged = |own: &Migration| own.way_back.changes.iter().any(|change| change.of == table);
        self.0.iter().rev().find(speaks).is_some_and(|last| !is_purged(last))
    }

    /// The names by which something is kept, as the files say with this reason.
    pub(super) fn names(&self, reason: &str) -> Vec<&str> {
        let accepted = self.0.iter().flat_map(|own| &own.accepted);
        accepted.filter(|own| own.reason == reason).map(|own| own.of.as_str()).filter(|name| self.hold(name)).collect()
    }
}
