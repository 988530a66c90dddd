//! What another runner did before this one had the lock: what was found out without it is looked at again.

use tablewright_schema::migration::Migration;

use super::history::{AppliedMigration, Progress};
use super::{Migrator, Standing};
use crate::error::{Error, Kind, Result};

impl Migrator<'_> {
    /// Refuses to begin a migration behind one that is not finished, or without what it depends on.
    pub(super) fn may_begin(&self, migration: &Migration, rows: &[AppliedMigration]) -> Result<()> {
        if let Some(open) = rows.iter().find(|row| row.state != Progress::Applied) {
            let (version, open) = (&migration.version, &open.version);
            return Err(overtaken(format!("`{version}` does not begin, for `{open}` was begun and is not finished")));
        }
        let missing = migration.dependencies.iter().find(|dependency| self.is_missing(dependency, migration, rows));
        missing.map_or(Ok(()), |missing| {
            let version = &migration.version;
            Err(overtaken(format!("`{version}` does not begin, for `{missing}`, on which it depends, is not applied")))
        })
    }

    /// Whether a migration needs this version, and the database lacks it.
    fn is_missing(&self, version: &str, needs: &Migration, rows: &[AppliedMigration]) -> bool {
        let others = self.migrations.iter().filter(|own| own.version != needs.version);
        others.filter(|own| own.stands_for(version)).any(|own| match self.of(own, rows) {
            Standing::Applied(_) | Standing::Changed(_) | Standing::Elsewhere | Standing::Unknown(_) => false,
            Standing::Pending | Standing::Stopped(_) | Standing::InDoubt(_) | Standing::Partly(_) => true,
        })
    }
}

/// Refuses to take back a migration from below another one, which may be built on it.
pub(super) fn is_last(row: &AppliedMigration, rows: &[AppliedMigration]) -> Result<()> {
    match rows.last().filter(|last| last.position > row.position) {
        None => Ok(()),
        Some(last) => {
            let (version, last) = (&row.version, &last.version);
            Err(overtaken(format!("`{version}` is not taken back, for `{last}` was applied after it")))
        }
    }
}

#[cold]
fn overtaken(what: String) -> Error {
    Error::new(Kind::Busy, format!("another runner was at work meanwhile: {what}; look at the plan, and run it again"))
}
