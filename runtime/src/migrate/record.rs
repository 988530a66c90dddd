//! What is written down of a migration while it goes on.

use tablewright_schema::migration::{Migration, checksum};

use super::back::Back;
use super::event::Event;
use super::history::{self, AppliedMigration, NewAppliedMigration, Progress};
use super::probe::Probe;
use super::way::{self, Turn, Way};
use super::{Effect, Migrator, chain, end, plan};
use crate::error::Result;
use crate::executor::Executor;
use crate::json::Json;
use crate::transaction::Transaction;

/// What is about to run outside of a transaction.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Intent {
    /// The hash of the statement; nothing if none is about to run.
    pub(super) running: Option<String>,
    /// The state of the catalog before it, where that will tell whether the statement took effect.
    pub(super) catalog: Option<String>,
}

impl Intent {
    /// That this statement is about to run.
    pub(super) fn of(sql: &str, catalog: Option<&Probe>) -> Self {
        Self { running: Some(checksum::of_text(sql)), catalog: catalog.map(Probe::to_string) }
    }
}

impl Migrator<'_> {
    /// Writes down that a migration begins.
    pub(super) async fn begin_row(
        &self,
        executor: &impl Executor,
        way: &Way<'_>,
        rows: &[AppliedMigration],
    ) -> Result<AppliedMigration> {
        match way.migration {
            Some(migration) => {
                let unit = executor.begin_unit().await?;
                let row = AppliedMigration::dao(&unit).create(self.new_row(migration, rows)).await?;
                end::write(&unit).await?;
                unit.commit().await.map(|()| row)
            }
            None => Err(super::run::usage(format!("migration `{}` is not applied", way.place.version))),
        }
    }

    /// Writes down how far it is, unless another runner has moved it on from there; whether it was written.
    pub(super) async fn note(
        &self,
        executor: &impl Executor,
        way: &Way<'_>,
        (position, from): (i32, usize),
        (state, step): (Progress, usize),
        intent: Intent,
    ) -> Result<bool> {
        let patch = AppliedMigration::patch()
            .set(AppliedMigration::STATE, state)
            .set(AppliedMigration::STEP, number(step))
            .set(AppliedMigration::DONE, history::done(way.statements, step))
            .set(AppliedMigration::RUNNING, intent.running)
            .set(AppliedMigration::CATALOG, intent.catalog);
        let is_there = AppliedMigration::POSITION
            .eq(position)
            .and(AppliedMigration::STEP.eq(number(from)))
            .and(AppliedMigration::STATE.ne(Progress::Applied));
        Ok(AppliedMigration::dao(executor).patch_where(is_there, patch).await? > 0)
    }

    /// Writes down that its way back begins.
    pub(super) async fn begin_back(
        &self,
        executor: &impl Executor,
        way: &Way<'_>,
        row: &AppliedMigration,
        rows: &[AppliedMigration],
    ) -> Result<()> {
        let row =
            AppliedMigration { state: way.moving(), step: 0, done: history::done(way.statements, 0), ..row.clone() };
        let chain = chain::link(before(rows, row.position), &row);
        let unit = executor.begin_unit().await?;
        AppliedMigration::dao(&unit).update(&AppliedMigration { chain, ..row }).await?;
        end::write(&unit).await?;
        unit.commit().await
    }

    /// How many statements are done.
    pub(super) async fn done(&self, executor: &impl Executor, way: &Way<'_>, position: i32) -> Result<usize> {
        Ok(match AppliedMigration::dao(executor).find(position).await? {
            Some(row) if row.state != Progress::Applied => usize::try_from(row.step).unwrap_or(0),
            Some(_) | None => way.statements.len(),
        })
    }

    /// Writes down that it is over: that all of it took effect, or that nothing of it is left. Whether it was this runner
    /// that wrote it.
    pub(super) async fn finish(
        &self,
        executor: &impl Executor,
        way: &Way<'_>,
        position: i32,
        rows: &[AppliedMigration],
    ) -> Result<bool> {
        let unit = executor.begin_unit().await?;
        let is_ours = self.ended(&unit, way, position, rows).await?;
        if is_ours {
            end::write(&unit).await?;
        }
        unit.commit().await.map(|()| is_ours)
    }

    async fn ended(
        &self,
        executor: &Transaction,
        way: &Way<'_>,
        position: i32,
        rows: &[AppliedMigration],
    ) -> Result<bool> {
        let Some(migration) = way.migration else {
            return AppliedMigration::dao(executor).delete(position).await;
        };
        let count = way.statements.len();
        // As the database has it: another runner may have begun it, or ended it.
        let Some(row) = AppliedMigration::dao(executor).find(position).await? else { return Ok(false) };
        let row = AppliedMigration {
            state: Progress::Applied,
            step: number(count),
            done: history::done(way.statements, count),
            checksum: migration.checksum.clone(),
            down_sql: self.down(migration),
            ..row
        };
        let chain = chain::link(before(rows, position), &row);
        let patch = AppliedMigration::patch()
            .set(AppliedMigration::STATE, row.state)
            .set(AppliedMigration::STEP, row.step)
            .set(AppliedMigration::DONE, row.done)
            .set(AppliedMigration::RUNNING, None::<String>)
            .set(AppliedMigration::CATALOG, None::<String>)
            .set(AppliedMigration::CHECKSUM, row.checksum)
            .set(AppliedMigration::DOWN_SQL, row.down_sql)
            .set(AppliedMigration::CHAIN, chain)
            .set(AppliedMigration::DURATION_MS, i64::try_from(way.start.elapsed().as_millis()).unwrap_or(i64::MAX));
        let is_open = AppliedMigration::POSITION.eq(position).and(AppliedMigration::STATE.ne(Progress::Applied));
        Ok(AppliedMigration::dao(executor).patch_where(is_open, patch).await? > 0)
    }

    /// Tells that something was written down.
    pub(super) fn recorded(&self, way: &Way<'_>, done: usize) {
        self.observers.tell(&Event::Recorded { place: way.place, done });
    }

    fn new_row(&self, migration: &Migration, rows: &[AppliedMigration]) -> NewAppliedMigration {
        let position = rows.last().map_or(1, |row| row.position.saturating_add(1));
        let down = self.down(migration);
        let back = down.as_ref().map(|Json(back)| back);
        let chain = chain::begun(rows.last(), &migration.version, &migration.checksum, back);
        NewAppliedMigration::new(
            position,
            migration.version.as_str(),
            migration.name.chars().take(200).collect::<String>(),
            migration.checksum.as_str(),
            self.applied_by.as_str(),
            0,
            0,
            history::done(&[], 0),
            chain,
        )
        .description((!migration.description.is_empty()).then(|| migration.description.clone()))
        .down_sql(down)
    }

    /// The way back in this dialect.
    fn down(&self, migration: &Migration) -> Option<Json<Back>> {
        Back::of(migration, self.db.dialect()).map(Json)
    }

    /// Writes down migrations as applied.
    pub(super) async fn adopt(&self, guard: &Transaction, adopted: &[&Migration]) -> Result<()> {
        let mut rows: Vec<AppliedMigration> = Vec::new();
        for migration in adopted.iter().copied() {
            let statements = migration.up.statements(self.db.dialect()).unwrap_or_default();
            let way = Way::there(migration, statements, true, Turn::alone(statements), self.limits);
            let row = self.begin_row(guard, &way, &rows).await?;
            self.finish(guard, &way, row.position, &rows).await?;
            rows.extend(AppliedMigration::dao(guard).find(row.position).await?);
        }
        Ok(())
    }

    pub(super) async fn resolve_row(
        &self,
        guard: &Transaction,
        rows: &[AppliedMigration],
        version: &str,
        effect: Effect,
    ) -> Result<()> {
        let (way, position, [from, done]) = self.answered(rows, version, effect)?;
        match self.note(guard, &way, (position, from), (way.stopped(), done), Intent::default()).await? {
            true => Ok(()),
            false => Err(super::run::usage(format!(
                "another runner went on with migration `{version}` meanwhile, so there is nothing to resolve"
            ))),
        }
    }

    /// The way on which a migration was cut off, its position, and how many of its statements are done before and after the
    /// answer.
    pub(super) fn answered<'r>(
        &'r self,
        rows: &'r [AppliedMigration],
        version: &str,
        effect: Effect,
    ) -> Result<(Way<'r>, i32, [usize; 2])> {
        let row = rows.iter().find(|row| row.version == version);
        let Some(row) = row.filter(|row| plan::is_in_doubt(row)) else {
            let message = format!("migration `{version}` was not cut off, so there is nothing to resolve");
            return Err(super::run::usage(message));
        };
        let migration = self.migrations.iter().find(|own| own.version == version);
        let way = match (row.state, migration) {
            (Progress::Reverting | Progress::RevertStopped, _) => {
                Way::back(row, Turn::alone(way::statements_back(row)), self.limits)
            }
            (Progress::Applying | Progress::Applied | Progress::Stopped, Some(migration)) => {
                let statements = plan::statements(migration, self.db.dialect())?;
                Way::there(migration, statements, false, Turn::alone(statements), self.limits)
            }
            (Progress::Applying | Progress::Applied | Progress::Stopped, None) => {
                let message = format!(
                    "migration `{version}` was cut off on its way there, and this program does not know it: resolve it with \
                     one that has its file"
                );
                return Err(super::run::usage(message));
            }
        };
        let from = plan::resume(row, &way)?;
        let done = match effect {
            Effect::None => from,
            // What becomes part of the history is what ran. One that had no effect may have been mended since.
            Effect::Took => {
                plan::running(row, &way, from)?;
                from + 1
            }
        };
        Ok((way, row.position, [from, done]))
    }
}

/// The row before this position.
fn before(rows: &[AppliedMigration], position: i32) -> Option<&AppliedMigration> {
    rows.iter().rev().find(|row| row.position < position)
}

/// As the history counts.
fn number(step: usize) -> i32 {
    i32::try_from(step).unwrap_or(i32::MAX)
}
