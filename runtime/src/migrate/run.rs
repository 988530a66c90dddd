//! Running one migration, there or back: in one transaction, or statement by statement.

use std::time::Instant;

use tablewright_schema::migration::Migration;

use super::event::Event;
use super::history::{self, AppliedMigration, Progress};
use super::known::Known;
use super::lock::{Asking, Runner};
use super::way::{Turn, Way, statements_back};
use super::{Migrator, Run, Settled, Standing, meanwhile, patience, plan, preflight};
use crate::database::Changed;
use crate::driver::Limits;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::transaction::Transaction;

/// How one try ended.
enum Try {
    /// Nothing if another runner did it.
    Done(Option<Run>),
    /// Refused for a lock, and undone.
    Refused(Error),
}

impl Migrator<'_> {
    /// Applies one migration, unless another runner has done so meanwhile.
    pub(super) async fn apply(&self, migration: &Migration, turn: Turn, known: &mut Known) -> Result<Option<Run>> {
        let dialect = self.db.dialect();
        let statements = plan::statements(migration, dialect)?;
        let limits = self.limits_of(&migration.version);
        let way = Way::there(migration, statements, self.is_one(migration), turn, limits);
        let mut tried = 1;
        loop {
            let guard = self.lock_within(way.limits, way.is_one.then(|| self.changed(way.statements))).await?;
            let rows = known.now(&guard).await?;
            let row = rows.iter().find(|row| row.version == migration.version);
            match plan::replaced(migration, rows) {
                Some(Standing::Partly(missing)) => {
                    let message = plan::partly(&migration.version, &missing);
                    return guard.rollback().await.and(Err(usage(message)));
                }
                None if row.is_none_or(|row| row.state != Progress::Applied) => {}
                Some(_) | None => return guard.rollback().await.map(|()| None),
            }
            if let (None, Err(error)) = (row, self.may_begin(migration, rows)) {
                return guard.rollback().await.and(Err(error));
            }
            match self.run(guard, &way, row, rows).await? {
                Try::Done(run) => return Ok(run),
                Try::Refused(error) => self.again(&way.place, &mut tried, error).await?,
            }
        }
    }

    /// Takes one migration back, unless another runner has done so meanwhile.
    pub(super) async fn revert(&self, found: &AppliedMigration, turn: Turn, known: &mut Known) -> Result<Option<Run>> {
        let (start, version) = (Instant::now(), found.version.as_str());
        let limits = self.limits_of(version);
        let mut tried = 1;
        loop {
            let is_one = self.is_one_back(statements_back(found));
            let guard = self.lock_within(limits, is_one.then(|| self.changed(statements_back(found)))).await?;
            let rows = known.now(&guard).await?;
            let Some(row) = rows.iter().find(|row| row.version == version) else {
                return guard.rollback().await.map(|()| None);
            };
            if let Err(error) = self.can_go_back(&[row]).and_then(|()| meanwhile::is_last(row, rows)) {
                return guard.rollback().await.and(Err(error));
            }
            let mut way = Way { start, ..Way::back(row, turn, limits) };
            if way.statements != statements_back(found) {
                let message = format!(
                    "the way back of migration `{version}` was changed meanwhile: look at it, and run it again"
                );
                return guard.rollback().await.and(Err(Error::new(Kind::Busy, message)));
            }
            way.is_one = is_one;
            // Where it is not, the transaction of the lock would keep the tables from being changed once it has read them.
            let asked = match way.is_one {
                true => self.may_go_back(&guard, row, turn.number).await,
                false => self.may_go_back(self.db, row, turn.number).await,
            };
            if let Err(error) = asked {
                return guard.rollback().await.and(Err(error));
            }
            match self.run(guard, &way, Some(row), rows).await? {
                Try::Done(run) => return Ok(run),
                Try::Refused(error) => self.again(&way.place, &mut tried, error).await?,
            }
        }
    }

    /// Takes the lock.
    pub(super) async fn lock(&self) -> Result<Transaction> {
        self.lock_within(self.limits, None).await
    }

    /// The runner that is at work on this database right now, if one is. Where there is one writer, any transaction that writes is
    /// told as the last runner, and a runner is not seen while it goes statement by statement.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn runner(&self) -> Result<Option<Runner>> {
        if history::read(self.db).await?.is_none() {
            return Ok(None);
        }
        let (db, holder, observers) = (self.db, self.applied_by.as_str(), &self.observers);
        let asking = Asking { db, holder, wait: self.lock_wait, limits: self.limits, what: None, observers };
        Ok(asking.holder().await?.map(|row| Runner { name: row.holder, since: row.taken_at }))
    }

    /// Takes the lock in a transaction with these limits, in which this is changed beside the history.
    async fn lock_within(&self, limits: Limits, what: Option<Changed>) -> Result<Transaction> {
        let (db, holder, observers) = (self.db, self.applied_by.as_str(), &self.observers);
        Asking { db, holder, wait: self.lock_wait, limits, what, observers }.take().await
    }

    /// What these statements change.
    pub(super) fn changed(&self, statements: &[String]) -> Changed {
        match statements.iter().all(|sql| self.db.dialect().keeps_tables(sql)) {
            true => Changed::Rows,
            false => Changed::Tables,
        }
    }

    /// How long the statements of a migration wait and run: as its file says, or else as this runner does.
    pub(super) fn limits_of(&self, version: &str) -> Limits {
        let own = self.migrations.iter().find(|own| own.version == version);
        let timeout = own.map(|own| own.timeout).unwrap_or_default();
        Limits {
            lock: timeout.lock.unwrap_or(self.limits.lock),
            statement: timeout.statement.unwrap_or(self.limits.statement),
        }
    }

    /// All that is left of it.
    async fn run(
        &self,
        guard: Transaction,
        way: &Way<'_>,
        row: Option<&AppliedMigration>,
        rows: &[AppliedMigration],
    ) -> Result<Try> {
        tracing::info!(version = way.place.version, name = way.place.name, forward = way.place.forward, "migrating");
        self.observers.tell(&Event::Started(way.place));
        let settled;
        if way.is_one {
            match self.as_one(&guard, way, row, rows).await {
                Ok(found) => {
                    settled = found;
                    let committed = guard.commit().await;
                    if let Err(error) = committed {
                        return if patience::may_pass(&error) { Ok(Try::Refused(error)) } else { Err(error) };
                    }
                }
                Err(error) if patience::may_pass(&error) => {
                    let error = self.blamed(error).await;
                    return guard.rollback().await.map(|()| Try::Refused(error));
                }
                Err(error) => return guard.rollback().await.and(Err(error)),
            }
        } else {
            let ended = self.by_steps(guard, way, row, rows).await?;
            if !ended.is_ours {
                return Ok(Try::Done(None));
            }
            settled = ended.settled;
        }
        self.observers.tell(&Event::Finished { place: way.place, took: way.start.elapsed() });
        Ok(Try::Done(Some(way.run(settled))))
    }

    /// All that is left of it in the transaction that has the lock, and what was found out for this.
    async fn as_one(
        &self,
        guard: &Transaction,
        way: &Way<'_>,
        row: Option<&AppliedMigration>,
        rows: &[AppliedMigration],
    ) -> Result<Option<Settled>> {
        // It may have been begun statement by statement, and its file say otherwise since.
        let (from, settled) = match row {
            Some(row) => self.settled(guard, way, row).await?,
            None => (0, None),
        };
        if let (None, Some(migration)) = (row, way.migration) {
            preflight::ask(guard, migration, &way.place, &self.observers, &self.personal).await?;
        }
        for (step, sql) in way.statements.iter().enumerate().skip(from) {
            if let Err(error) = self.statement(guard, way, step, sql).await {
                let what = if from == 0 { "nothing of it took effect" } else { "nothing more of it took effect" };
                return Err(refused(way, step, what, error));
            }
        }
        let position = match row {
            Some(row) => row.position,
            None => self.begin_row(guard, way, rows).await?.position,
        };
        self.finish(guard, way, position, rows).await?;
        self.observers.tell(&Event::Recorded { place: way.place, done: way.statements.len() });
        Ok(settled)
    }
}

/// What a refused statement is told as.
pub(super) fn refused(way: &Way<'_>, step: usize, what: &str, error: Error) -> Error {
    let direction = if way.place.forward { "migration" } else { "the way back of migration" };
    let (version, count) = (way.place.version, way.statements.len());
    let message = format!("{direction} `{version}`, statement {} of {count}: {error}; {what}", step + 1);
    let kind = error.kind();
    Error::new(kind, message).with_source(error)
}

/// The program or its user has to do something else.
#[cold]
pub(super) fn usage(message: String) -> Error {
    Error::new(Kind::Usage, message)
}
