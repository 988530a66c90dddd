//! What would run, found out without touching anything.

use std::time::Duration;

use tablewright_schema::lint::loss::Losses;
use tablewright_schema::migration::Migration;

use super::Migrator;
use super::history;
use super::plan::{self, Standing, Status};
use super::preflight::{self, Answer, Before};
use super::way::{Turn, Way};
use crate::error::Result;
use crate::executor::Executor as _;

/// A migration that would run.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Planned {
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: String,
    /// Its statements, in order; of one that was begun, those that are left.
    pub statements: Vec<String>,
    /// Whether all of it is one transaction.
    pub is_one_transaction: bool,
    /// The environments that it is for; all if empty.
    pub environments: Vec<String>,
    /// How long a statement of it waits for a lock.
    pub lock_timeout: Duration,
    /// How long a statement of it runs.
    pub statement_timeout: Duration,
    /// What it takes away for good, as `people` or `people.town`: see [`Migrator::losses`].
    pub losses: Vec<String>,
    /// What the rows are asked before, and what they answer now.
    pub questions: Vec<Answer>,
}

impl Migrator<'_> {
    /// What is pending, in the order in which it would run: one that stopped or was cut off comes first.
    ///
    /// # Errors
    /// One of kind [`Usage`](crate::Kind::Usage) if the history and the files disagree; those of the database.
    pub async fn pending(&self) -> Result<Vec<Status>> {
        let rows = history::read(self.db).await?.unwrap_or_default();
        let mut all = self.standing(&rows);
        let due = self.due(&rows, None)?;
        let is_due = |status: &Status| due.iter().position(|migration| migration.version == status.version);
        all.retain(|status| is_due(status).is_some() && !matches!(status.standing, Standing::Unknown(_)));
        all.sort_by_key(|status| is_due(status));
        Ok(all)
    }

    /// What [`migrate_to_latest`](Self::migrate_to_latest) would run now. The rows are asked, and nothing is touched: no
    /// lock is taken, and no table is made.
    ///
    /// # Errors
    /// Those that the run would end with before its first statement, but for answers of rows: these are told.
    pub async fn plan(&self) -> Result<Vec<Planned>> {
        self.planned(None).await
    }

    /// What [`migrate_to`](Self::migrate_to) would run now.
    ///
    /// # Errors
    /// As for [`plan`](Self::plan), and one of kind [`Usage`](crate::Kind::Usage) for an unknown version.
    pub async fn plan_to(&self, version: &str) -> Result<Vec<Planned>> {
        self.planned(Some(version)).await
    }

    async fn planned(&self, until: Option<&str>) -> Result<Vec<Planned>> {
        let rows = history::read(self.db).await?.unwrap_or_default();
        let due = self.checked(&rows, until)?;
        let (mut all, mut before) = (Vec::new(), Before::default());
        let mut losses = self.lost(&due);
        for migration in due.iter().copied() {
            let statements = plan::statements(migration, self.db.dialect())?;
            let limits = self.limits_of(&migration.version);
            let way = Way::there(migration, statements, self.is_one(migration), Turn::alone(statements), limits);
            let row = rows.iter().find(|row| row.version == migration.version);
            let (done, questions) = match row {
                Some(row) => (plan::resume(row, &way)?, Vec::new()),
                None => (0, preflight::answers(self.db, migration, &before, &self.personal).await?),
            };
            all.push(Planned {
                version: migration.version.clone(),
                name: migration.name.clone(),
                statements: statements[done..].to_vec(),
                is_one_transaction: way.is_one,
                environments: migration.environments.clone(),
                lock_timeout: way.limits.lock,
                statement_timeout: way.limits.statement,
                losses: losses.next().unwrap_or_default(),
                questions,
            });
            before.add(migration, self.db.dialect());
        }
        Ok(all)
    }

    /// What the pending migrations up to a version, or all, take away for good, by the versions of those that do: tables and
    /// columns that their changes give up without keeping them aside, and what statements written by hand drop, or delete without
    /// a condition, and what was kept aside and is purged. What one of them has made before is none of it, whatever it is called by then,
    /// for nothing is in it yet. Nothing is asked of the rows.
    ///
    /// # Errors
    /// As for [`pending`](Self::pending), and one of kind [`Usage`](crate::Kind::Usage) for an unknown version.
    pub async fn losses(&self, until: Option<&str>) -> Result<Vec<(String, Vec<String>)>> {
        let rows = history::read(self.db).await?.unwrap_or_default();
        let due = self.due(&rows, until)?;
        let losing = due.iter().map(|migration| migration.version.clone()).zip(self.lost(&due));
        Ok(losing.filter(|(_, losses)| !losses.is_empty()).collect())
    }

    /// What each of these takes away for good, but for what one of them has made.
    fn lost<'m>(&self, due: &[&'m Migration]) -> impl Iterator<Item = Vec<String>> + use<'m> {
        let mut losses = Losses::new(self.db.dialect());
        let lost: Vec<Vec<String>> = due.iter().map(|migration| losses.of(migration)).collect();
        lost.into_iter()
    }

    /// Asks the rows before the first of several migrations whatever they can answer already.
    pub(super) async fn ask_ahead(&self, due: &[&Migration], rows: &[history::AppliedMigration]) -> Result<()> {
        if due.len() < 2 {
            // It is asked when it has the lock.
            return Ok(());
        }
        let (mut wrong, mut before) = (Vec::new(), Before::default());
        for migration in due {
            if rows.iter().all(|row| row.version != migration.version) {
                let answers = preflight::answers(self.db, migration, &before, &self.personal).await?;
                wrong.extend(preflight::objection(migration, &answers, preflight::NOTHING));
            }
            before.add(migration, self.db.dialect());
        }
        if wrong.is_empty() { Ok(()) } else { Err(preflight::unfit(&wrong.join("; "))) }
    }
}
