//! A migration statement by statement: what is written down before and after each, so that none is done twice.

use std::time::{Duration, Instant};

use tablewright_schema::dialect::runner::Nature;
use tablewright_schema::migration;

use super::event::Event;
use super::history::{AppliedMigration, Progress};
use super::probe::Probe;
use super::record::Intent;
use super::run::refused;
use super::way::Way;
use super::{Migrator, Settled, leftover, lock, patience, preflight};
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::transaction::Transaction;

/// How much later than the server a statement is stopped by us: not every server has such a limit.
const GRACE: Duration = Duration::from_secs(1);

/// Where a migration begins, or goes on.
struct Begun {
    position: i32,
    step: usize,
    settled: Option<Settled>,
}

/// How it ended.
pub(super) struct Ended {
    /// Whether it was this runner that ended it.
    pub(super) is_ours: bool,
    pub(super) settled: Option<Settled>,
}

impl Migrator<'_> {
    /// All that is left of it. The transaction that has the lock stays open beside it, unless it would stand in the way of
    /// every other writer: then what is written down keeps two runners from doing the same.
    pub(super) async fn by_steps(
        &self,
        guard: Transaction,
        way: &Way<'_>,
        row: Option<&AppliedMigration>,
        rows: &[AppliedMigration],
    ) -> Result<Ended> {
        if self.db.dialect().one_writer() {
            return match self.begun(&guard, way, row, rows).await {
                Ok(begun) => {
                    guard.commit().await?;
                    self.steps(None, way, begun, rows).await
                }
                Err(error) => guard.rollback().await.and(Err(error)),
            };
        }
        // Not in the transaction of the lock: what that has read could not be changed by others.
        let ran = match self.begun(self.db, way, row, rows).await {
            Ok(begun) => self.steps(Some(&guard), way, begun, rows).await,
            Err(error) => Err(error),
        };
        // A server may have closed the connection that did nothing for so long, and nothing hangs on how that ends.
        guard.rollback().await.ok();
        ran
    }

    /// Writes down that it begins, and says where it goes on.
    async fn begun(
        &self,
        executor: &impl Executor,
        way: &Way<'_>,
        row: Option<&AppliedMigration>,
        rows: &[AppliedMigration],
    ) -> Result<Begun> {
        match row {
            None => {
                if let Some(migration) = way.migration {
                    preflight::ask(executor, migration, &way.place, &self.observers, &self.personal).await?;
                }
                let position = self.begin_row(executor, way, rows).await?.position;
                Ok(Begun { position, step: 0, settled: None })
            }
            Some(row) if row.state == Progress::Applied => {
                self.begin_back(executor, way, row, rows).await?;
                Ok(Begun { position: row.position, step: 0, settled: None })
            }
            Some(row) => {
                let (step, settled) = self.settled(executor, way, row).await?;
                Ok(Begun { position: row.position, step, settled })
            }
        }
    }

    async fn steps(
        &self,
        guard: Option<&Transaction>,
        way: &Way<'_>,
        Begun { position, mut step, settled }: Begun,
        rows: &[AppliedMigration],
    ) -> Result<Ended> {
        self.recorded(way, step);
        while let Some(sql) = way.statements.get(step) {
            if let Some(guard) = guard {
                lock::is_held(guard).await?;
            }
            step = match self.nature_now(sql).await? {
                Nature::InTransaction => self.in_transaction(way, position, step, sql).await?,
                nature @ (Nature::Shown | Nature::Repeatable | Nature::Unseen) => {
                    self.alone(way, position, (step, sql), nature).await?
                }
            };
            self.recorded(way, step);
        }
        Ok(Ended { is_ours: self.finish(self.db, way, position, rows).await?, settled })
    }

    /// A statement together with what is written down of it. Gives how many are done then, which another runner may have
    /// moved on.
    async fn in_transaction(&self, way: &Way<'_>, position: i32, step: usize, sql: &str) -> Result<usize> {
        let mut tried = 1;
        loop {
            let error = match self.try_in_transaction(way, position, step, sql).await? {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            match self.is_permanent(position, step).await {
                Ok(false) => {}
                Ok(true) => return self.half_done(way, position, (step, sql), error).await,
                Err(_) => return Err(refused(way, step, "whether it was undone could not be asked", error)),
            }
            let error = self.blamed(error).await;
            let again = match patience::may_pass(&error) {
                true => self.again(&way.place, &mut tried, error).await,
                false => Err(error),
            };
            if let Err(error) = again {
                return self.stopped(way, position, step, error).await;
            }
        }
    }

    /// What became of it: how many are done, or the error with which all of it was undone.
    ///
    /// # Errors
    /// That of a commit, of which nobody knows whether it happened.
    async fn try_in_transaction(&self, way: &Way<'_>, position: i32, step: usize, sql: &str) -> Result<Result<usize>> {
        let changed = self.changed(std::slice::from_ref(&way.statements[step]));
        let tx = match self.db.begin_changes(way.limits, changed).await {
            Ok(tx) => tx,
            Err(error) => return Ok(Err(error)),
        };
        let ran = async {
            // Written down first, so that of two runners one waits for the other.
            let next = (way.moving(), step + 1);
            if !self.note(&tx, way, (position, step), next, Intent::default()).await? {
                return self.done(&tx, way, position).await;
            }
            self.statement(&tx, way, step, sql).await.map(|()| step + 1)
        };
        Ok(match tokio::time::timeout(way.limits.statement.saturating_add(GRACE), ran).await {
            Ok(Ok(done)) => match tx.commit().await {
                Ok(()) => Ok(done),
                Err(error) if error.kind() == Kind::ConnectionLost => {
                    return Err(refused(way, step, "the next run finds out whether it took effect", error));
                }
                Err(error) => Err(error),
            },
            Ok(Err(error)) => {
                // The statement's error matters more than one of the way back: what was made permanent the history shows.
                drop(tx.rollback().await);
                Err(error)
            }
            Err(_) => {
                // Stops what still runs in it.
                drop(tx);
                let limit = way.limits.statement.as_millis();
                Err(Error::new(Kind::Timeout, format!("the statement took longer than {limit} ms, and was stopped")))
            }
        })
    }

    /// Whether what was undone was written down for good all the same: then something in it committed, such as a procedure
    /// that changes the schema. Nobody else can have gone on meanwhile, for the lock is ours where that can happen.
    async fn is_permanent(&self, position: i32, step: usize) -> Result<bool> {
        if self.db.dialect().transactional_ddl() {
            return Ok(false);
        }
        let row = AppliedMigration::dao(self.db).find(position).await?;
        Ok(row.is_some_and(|row| usize::try_from(row.step).is_ok_and(|done| done > step)))
    }

    /// A part of it was made permanent, and counts as all of it: it does not go on before somebody has said what it is.
    async fn half_done(&self, way: &Way<'_>, position: i32, (step, sql): (usize, &str), error: Error) -> Result<usize> {
        let to = (way.stopped(), step);
        let is_noted = self.note(self.db, way, (position, step + 1), to, Intent::of(sql, None)).await?;
        let what = match is_noted {
            true => {
                "something in it committed what was before, so that a part of it took effect: look at the database, then `resolve` it"
            }
            false => {
                "something in it committed what was before, and another runner has gone on since: look at the database"
            }
        };
        Err(refused(way, step, what, error))
    }

    /// A statement of a transaction.
    pub(super) async fn statement(&self, tx: &Transaction, way: &Way<'_>, step: usize, sql: &str) -> Result<()> {
        let (place, statement) = (way.place, step + 1);
        self.observers.tell(&Event::Running { place, statement, sql });
        let start = Instant::now();
        // Where a change of the schema is none of a transaction, a statement of one is none.
        let operation = if self.db.dialect().transactional_ddl() { Operation::Ddl } else { Operation::Other };
        match migration::function(sql) {
            Some(name) => self.call(tx, name).await?,
            None => tx.execute(Statement::built(sql, operation), &[]).await.map(drop)?,
        }
        self.observers.tell(&Event::Ran { place, statement, took: start.elapsed() });
        Ok(())
    }

    /// A statement that takes effect by itself: what is about to run is written down before it.
    async fn alone(&self, way: &Way<'_>, position: i32, (step, sql): (usize, &str), nature: Nature) -> Result<usize> {
        let (place, statement) = (way.place, step + 1);
        let mut tried = 1;
        loop {
            if let Err(error) = leftover::drop(self.db, sql, way.limits).await {
                let error = self.blamed(error).await;
                let again = match patience::may_pass(&error) {
                    true => self.again(&way.place, &mut tried, error).await,
                    false => Err(error),
                };
                if let Err(error) = again {
                    return self.stopped(way, position, step, error).await;
                }
                continue;
            }
            let before = self.catalog(self.db, sql).await?;
            let intent = Intent::of(sql, before.as_ref());
            if !self.note(self.db, way, (position, step), (way.moving(), step), intent).await? {
                return self.done(self.db, way, position).await;
            }
            self.recorded(way, step);
            self.observers.tell(&Event::Running { place, statement, sql });
            let start = Instant::now();
            let error = match self.db.change(sql, way.limits).await {
                Ok(()) => {
                    self.observers.tell(&Event::Ran { place, statement, took: start.elapsed() });
                    let next = (way.moving(), step + 1);
                    return match self.note(self.db, way, (position, step), next, Intent::default()).await? {
                        true => Ok(step + 1),
                        false => self.done(self.db, way, position).await,
                    };
                }
                Err(error) => self.blamed(error).await,
            };
            if matches!(error.kind(), Kind::ConnectionLost | Kind::Timeout) {
                return Err(refused(way, step, "the next run finds out whether it took effect", error));
            }
            match self.is_as_before(sql, nature, before.as_ref(), &error).await {
                Ok(true) => {}
                Ok(false) => return self.in_part(way, position, (step, sql), error).await,
                Err(_) => return Err(refused(way, step, "whether a part of it took effect could not be asked", error)),
            }
            let again = match patience::may_pass(&error) {
                true => self.again(&way.place, &mut tried, error).await,
                false => Err(error),
            };
            if let Err(error) = again {
                return self.stopped(way, position, step, error).await;
            }
        }
    }

    /// Whether a refused statement surely had no effect but for what it left behind, which goes before the next try. Of one that
    /// calls a procedure, or changes rows that no transaction brings back, nothing shows how far it came, but for a text that the
    /// engine does not know.
    async fn is_as_before(&self, sql: &str, nature: Nature, before: Option<&Probe>, error: &Error) -> Result<bool> {
        Ok(match nature {
            Nature::InTransaction | Nature::Repeatable => true,
            Nature::Shown => {
                leftover::is_there(self.db, sql).await? || self.catalog(self.db, sql).await?.as_ref() == before
            }
            Nature::Unseen => error.kind() == Kind::Syntax && self.db.dialect().is_read_first(sql),
        })
    }

    /// A refused statement may have taken effect in part: it neither runs again nor goes on before somebody has said what it is.
    async fn in_part(&self, way: &Way<'_>, position: i32, (step, sql): (usize, &str), error: Error) -> Result<usize> {
        let to = (way.stopped(), step);
        let is_ours = self.note(self.db, way, (position, step), to, Intent::of(sql, None)).await?;
        let what = match self.nature(sql) {
            _ if !is_ours => "another runner has gone on with the migration meanwhile",
            Nature::InTransaction => {
                "what it did to a table without transactions stays: look at the database, then `resolve` it"
            }
            Nature::Shown => {
                "the schema is not as it was before, so that a part of it may have taken effect: look at the database, then \
                 `resolve` it"
            }
            Nature::Repeatable | Nature::Unseen => {
                "nothing shows whether a part of it took effect: look at the database, then `resolve` it"
            }
        };
        Err(refused(way, step, what, error))
    }

    /// A statement was refused: surely without effect, unless the connection broke.
    async fn stopped(&self, way: &Way<'_>, position: i32, step: usize, error: Error) -> Result<usize> {
        let is_ours = match error.kind() {
            Kind::ConnectionLost => true,
            _ => self.note(self.db, way, (position, step), (way.stopped(), step), Intent::default()).await?,
        };
        let what = match step {
            _ if !is_ours => "another runner has gone on with the migration meanwhile",
            0 => "nothing of it took effect",
            _ => "those before it took effect",
        };
        Err(refused(way, step, what, error))
    }
}
