//! Running one migration, there or back.

use std::time::Instant;

use tablewright_schema::migration::Migration;

use super::back::Back;
use super::history::{self, AppliedMigration, NewAppliedMigration, Progress};
use super::{Effect, Migrator, Run, Standing, leftover, lock, plan};
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;
use crate::json::Json;
use crate::transaction::Transaction;

impl Migrator<'_> {
    /// Applies one migration, unless another runner has done so meanwhile.
    pub(super) async fn apply(&self, migration: &Migration) -> Result<Option<Run>> {
        let dialect = self.db.dialect();
        let statements = migration.up.statements(dialect).ok_or_else(|| {
            let message = format!("migration `{}` has no `up_sql` for {dialect}", migration.version);
            Error::new(Kind::Usage, message)
        })?;
        let start = Instant::now();
        let guard = lock::take(self.db, &self.applied_by, self.lock_wait).await?;
        let rows = history::read(&guard).await?.unwrap_or_default();
        let row = rows.iter().find(|row| row.version == migration.version);
        match plan::replaced(migration, &rows) {
            Some(Standing::Partly(missing)) => {
                let message = plan::partly(&migration.version, &missing);
                return guard.rollback().await.and(Err(Error::new(Kind::Usage, message)));
            }
            None if row.is_none_or(|row| row.state != Progress::Applied) => {}
            Some(_) | None => return guard.rollback().await.map(|()| None),
        }
        tracing::info!(version = migration.version, name = migration.name, "migrating");
        if migration.is_whole(dialect) && dialect.transactional_ddl() {
            match self.as_one(&guard, migration, statements, row, &rows, start).await {
                Ok(()) => guard.commit().await?,
                Err(error) => return guard.rollback().await.and(Err(error)),
            }
        } else {
            let guard = self.beside(guard).await?;
            // Not in the transaction of the lock: what it has read could not be changed by others.
            let asked = if row.is_none() { ask(self.db, migration).await } else { Ok(()) };
            let ran = match asked {
                Ok(()) => self.by_steps(migration, statements, row, &rows, start).await,
                Err(error) => Err(error),
            };
            freed(guard).await.and(ran)?;
        }
        Ok(Some(run(&migration.version, &migration.name, true, start)))
    }

    /// All that is left of it in the transaction that has the lock.
    async fn as_one(
        &self,
        guard: &Transaction,
        migration: &Migration,
        statements: &[String],
        row: Option<&AppliedMigration>,
        rows: &[AppliedMigration],
        start: Instant,
    ) -> Result<()> {
        let step = row.map_or(Ok(0), |row| plan::resume(row, statements))?;
        if row.is_none() {
            ask(guard, migration).await?;
        }
        all(guard, &migration.version, statements, step).await?;
        let position = match row {
            Some(row) => row.position,
            None => AppliedMigration::dao(guard).create(self.new_row(migration, rows)).await?.position,
        };
        self.finish(guard, migration, position, statements, rows, start).await
    }

    /// The lock, unless the transaction that has it would stand in the way of every other writer: then what is written down
    /// keeps other runners away.
    async fn beside(&self, guard: Transaction) -> Result<Option<Transaction>> {
        if self.db.dialect().one_writer() { guard.rollback().await.map(|()| None) } else { Ok(Some(guard)) }
    }

    /// Writes down that all of it took effect.
    async fn finish(
        &self,
        executor: &impl Executor,
        migration: &Migration,
        position: i32,
        statements: &[String],
        rows: &[AppliedMigration],
        start: Instant,
    ) -> Result<()> {
        let patch = AppliedMigration::patch()
            .set(AppliedMigration::STATE, Progress::Applied)
            .set(AppliedMigration::STEP, i32::try_from(statements.len()).unwrap_or(i32::MAX))
            .set(AppliedMigration::DONE, history::done(statements, statements.len()))
            .set(AppliedMigration::CHECKSUM, migration.checksum.as_str())
            .set(AppliedMigration::DOWN_SQL, self.down(migration))
            .set(AppliedMigration::CHAIN, self.chain_of(migration, position, rows))
            .set(AppliedMigration::DURATION_MS, milliseconds(start));
        AppliedMigration::dao(executor).patch(position, patch).await
    }

    /// A step a statement: what is about to run is written down before it, what is done behind it.
    async fn by_steps(
        &self,
        migration: &Migration,
        statements: &[String],
        row: Option<&AppliedMigration>,
        rows: &[AppliedMigration],
        start: Instant,
    ) -> Result<()> {
        let (position, mut step) = match row {
            Some(row) if row.state == Progress::Applying => {
                return Err(Error::new(Kind::Usage, plan::in_doubt(row)));
            }
            Some(row) => (row.position, plan::resume(row, statements)?),
            None => {
                let made = AppliedMigration::dao(self.db).create(self.new_row(migration, rows)).await?;
                (made.position, 0)
            }
        };
        self.note(position, Progress::Applying, step, statements).await?;
        while let Some(sql) = statements.get(step) {
            let ran = match leftover::dropped(self.db, sql).await {
                Ok(()) => self.db.execute(Statement::built(sql, Operation::Ddl), &[]).await.map(drop),
                Err(error) => Err(error),
            };
            if let Err(error) = ran {
                return self.stopped(position, Progress::Stopped, &migration.version, step, statements, error).await;
            }
            step += 1;
            self.note(position, Progress::Applying, step, statements).await?;
        }
        self.finish(self.db, migration, position, statements, rows, start).await
    }

    /// Takes one migration back, unless another runner has done so meanwhile.
    pub(super) async fn revert(&self, version: &str) -> Result<Option<Run>> {
        let start = Instant::now();
        let guard = lock::take(self.db, &self.applied_by, self.lock_wait).await?;
        let rows = history::read(&guard).await?.unwrap_or_default();
        let Some(row) = rows.iter().find(|row| row.version == version) else {
            return guard.rollback().await.map(|()| None);
        };
        self.can_go_back(&[row])?;
        let statements: &[String] = row.down_sql.as_ref().map_or(&[], |Json(back)| &back.statements);
        let is_whole = self.db.dialect().transactional_ddl();
        // Where it is not, the transaction of the lock would keep the tables from being changed once it has read them.
        let asked = if is_whole { self.may_go_back(&guard, row).await } else { self.may_go_back(self.db, row).await };
        if let Err(error) = asked {
            return guard.rollback().await.and(Err(error));
        }
        tracing::info!(version, name = row.name, "taking back");
        if is_whole {
            let step = back_from(row);
            let ran = match all(&guard, version, statements, step).await {
                Ok(()) => AppliedMigration::dao(&guard).delete(row.position).await.map(drop),
                Err(error) => Err(error),
            };
            match ran {
                Ok(()) => guard.commit().await?,
                Err(error) => return guard.rollback().await.and(Err(error)),
            }
        } else {
            let ran = self.back_by_steps(row, statements).await;
            guard.rollback().await.and(ran)?;
        }
        Ok(Some(run(version, &row.name, false, start)))
    }

    async fn back_by_steps(&self, row: &AppliedMigration, statements: &[String]) -> Result<()> {
        let mut step = back_from(row);
        self.note(row.position, Progress::Reverting, step, statements).await?;
        while let Some(sql) = statements.get(step) {
            if let Err(error) = self.db.execute(Statement::built(sql, Operation::Ddl), &[]).await {
                return self
                    .stopped(row.position, Progress::RevertStopped, &row.version, step, statements, error)
                    .await;
            }
            step += 1;
            self.note(row.position, Progress::Reverting, step, statements).await?;
        }
        AppliedMigration::dao(self.db).delete(row.position).await.map(drop)
    }

    /// Writes down how far it is.
    async fn note(&self, position: i32, state: Progress, step: usize, statements: &[String]) -> Result<()> {
        let patch = AppliedMigration::patch()
            .set(AppliedMigration::STATE, state)
            .set(AppliedMigration::STEP, i32::try_from(step).unwrap_or(i32::MAX))
            .set(AppliedMigration::DONE, history::done(statements, step));
        AppliedMigration::dao(self.db).patch(position, patch).await
    }

    /// A statement was refused: surely without effect, unless the connection broke.
    async fn stopped(
        &self,
        position: i32,
        state: Progress,
        version: &str,
        step: usize,
        statements: &[String],
        error: Error,
    ) -> Result<()> {
        if error.kind() != Kind::ConnectionLost {
            self.note(position, state, step, statements).await?;
        }
        let what = if step == 0 { "nothing of it took effect" } else { "those before it took effect" };
        Err(refused(version, step, statements.len(), what, error))
    }

    fn new_row(&self, migration: &Migration, rows: &[AppliedMigration]) -> NewAppliedMigration {
        let position = rows.last().map_or(1, |row| row.position.saturating_add(1));
        NewAppliedMigration::new(
            position,
            migration.version.as_str(),
            migration.name.chars().take(200).collect::<String>(),
            migration.checksum.as_str(),
            self.applied_by.as_str(),
            0,
            0,
            history::done(&[], 0),
            self.chain_of(migration, position, rows),
        )
        .description((!migration.description.is_empty()).then(|| migration.description.clone()))
        .down_sql(self.down(migration))
    }

    /// The way back in this dialect.
    fn down(&self, migration: &Migration) -> Option<Json<Back>> {
        Back::of(migration, self.db.dialect()).map(Json)
    }

    fn chain_of(&self, migration: &Migration, position: i32, rows: &[AppliedMigration]) -> String {
        let before = rows.iter().rev().find(|row| row.position < position);
        let down = self.down(migration);
        history::chain(before, &migration.version, &migration.checksum, down.as_ref().map(|Json(down)| down))
    }

    /// Writes down migrations as applied.
    pub(super) async fn adopt(&self, guard: &Transaction, adopted: &[&Migration]) -> Result<()> {
        let start = Instant::now();
        let mut rows: Vec<AppliedMigration> = Vec::new();
        for migration in adopted {
            let statements = migration.up.statements(self.db.dialect()).unwrap_or_default();
            let row = AppliedMigration::dao(guard).create(self.new_row(migration, &rows)).await?;
            self.finish(guard, migration, row.position, statements, &rows, start).await?;
            rows.push(AppliedMigration { state: Progress::Applied, ..row });
        }
        Ok(())
    }

    pub(super) async fn resolve_row(
        &self,
        guard: &Transaction,
        row: Option<AppliedMigration>,
        version: &str,
        effect: Effect,
    ) -> Result<()> {
        let state = match row.as_ref().map(|row| row.state) {
            Some(Progress::Applying) => Progress::Stopped,
            Some(Progress::Reverting) => Progress::RevertStopped,
            Some(Progress::Applied | Progress::Stopped | Progress::RevertStopped) | None => {
                let message = format!("migration `{version}` was not cut off, so there is nothing to resolve");
                return Err(Error::new(Kind::Usage, message));
            }
        };
        let Some(row) = row else { return Ok(()) };
        let step = usize::try_from(row.step).unwrap_or(0) + usize::from(effect == Effect::Took);
        let migration = self.migrations.iter().find(|own| own.version == version);
        let way = match state {
            Progress::RevertStopped => row.down_sql.as_ref().map(|Json(back)| back.statements.as_slice()),
            _ => migration.and_then(|own| own.up.statements(self.db.dialect())),
        };
        let patch = AppliedMigration::patch()
            .set(AppliedMigration::STATE, state)
            .set(AppliedMigration::STEP, i32::try_from(step).unwrap_or(i32::MAX))
            .set(AppliedMigration::DONE, history::done(way.unwrap_or_default(), step));
        AppliedMigration::dao(guard).patch(row.position, patch).await
    }
}

/// Asks the rows whether they fit, before anything is touched; all that do not are told at once.
async fn ask(executor: &impl Executor, migration: &Migration) -> Result<()> {
    let dialect = executor.dialect();
    let own = migration.preflight.iter().filter(|(of, _)| *of == dialect);
    let mut wrong = Vec::new();
    for question in own.flat_map(|(_, questions)| questions) {
        let counts = executor.fetch_sql(&question.sql, &[], |row| row.get::<i64>(0)).await?;
        let count: i64 = counts.iter().sum();
        if count > 0 {
            wrong.push(format!("{count} times: {}", question.message));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    let message = format!(
        "migration `{}`: the rows do not fit, and nothing was touched: {}",
        migration.version,
        wrong.join("; ")
    );
    Err(Error::new(Kind::Usage, message))
}

/// How many statements of the way back are done.
fn back_from(row: &AppliedMigration) -> usize {
    match row.state {
        Progress::RevertStopped => usize::try_from(row.step).unwrap_or(0),
        Progress::Applying | Progress::Applied | Progress::Stopped | Progress::Reverting => 0,
    }
}

/// Gives the lock back.
async fn freed(guard: Option<Transaction>) -> Result<()> {
    match guard {
        Some(guard) => guard.rollback().await,
        None => Ok(()),
    }
}

/// The statements from a step on, in a transaction.
async fn all(tx: &Transaction, version: &str, statements: &[String], from: usize) -> Result<()> {
    for (step, sql) in statements.iter().enumerate().skip(from) {
        if let Err(error) = tx.execute(Statement::built(sql, Operation::Ddl), &[]).await {
            let what = if from == 0 { "nothing of it took effect" } else { "nothing more of it took effect" };
            return Err(refused(version, step, statements.len(), what, error));
        }
    }
    Ok(())
}

fn refused(version: &str, step: usize, count: usize, what: &str, error: Error) -> Error {
    let message = format!("migration `{version}`, statement {} of {count}: {error}; {what}", step + 1);
    Error::new(error.kind(), message).with_source(error)
}

fn milliseconds(start: Instant) -> i64 {
    i64::try_from(start.elapsed().as_millis()).unwrap_or(i64::MAX)
}

fn run(version: &str, name: &str, forward: bool, start: Instant) -> Run {
    Run { version: version.to_owned(), name: name.to_owned(), forward, took: start.elapsed() }
}
