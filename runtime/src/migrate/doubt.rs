//! What became of the statement in which a runner died: the catalog tells.

use std::time::{Duration, Instant};

use tablewright_schema::dialect::runner::Nature;
use tablewright_schema::migration;

use super::event::Event;
use super::history::AppliedMigration;
use super::probe::{Found, Probe};
use super::record::Intent;
use super::run::usage;
use super::way::Way;
use super::{Migrator, Settled, leftover, plan};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;

/// How often it is looked whether a statement still runs.
const LOOK: Duration = Duration::from_millis(200);
/// How often in a row it has to be gone: one whose client has just died may not have begun yet.
const GONE: u32 = 3;
/// A server that cuts the texts of statements leaves at least so many bytes of them.
const CUT: usize = 1_000;

impl Migrator<'_> {
    /// How a statement takes effect.
    pub(super) fn nature(&self, sql: &str) -> Nature {
        self.db.dialect().nature(sql)
    }

    /// The same, as its tables are now: what changes rows that no transaction brings back takes effect by itself.
    pub(super) async fn nature_now(&self, sql: &str) -> Result<Nature> {
        let (nature, dialect) = (self.nature(sql), self.db.dialect());
        let query = dialect.lasting_rows_query().filter(|_| migration::function(sql).is_none());
        let (Nature::InTransaction, Some(query)) = (nature, query) else { return Ok(nature) };
        let tables = self.db.fetch_sql(query, &[], |row| row.get::<String>(0).map(|name| name.to_lowercase())).await?;
        Ok(if dialect.mentions(sql, &tables.into_iter().collect()) { Nature::Unseen } else { nature })
    }

    /// Where a migration goes on that was begun, and what was found out for this.
    pub(super) async fn settled(
        &self,
        executor: &impl Executor,
        way: &Way<'_>,
        row: &AppliedMigration,
    ) -> Result<(usize, Option<Settled>)> {
        let step = plan::resume(row, way)?;
        if !plan::is_in_doubt(row) {
            return Ok((step, None));
        }
        let sql = plan::running(row, way, step)?;
        let nature = self.nature(sql);
        self.gone(way, step, sql).await?;
        // What the statement itself would drop is there for it.
        let is_half = leftover::is_there(self.db, sql).await?;
        leftover::drop(self.db, sql, way.limits).await?;
        let before = row.catalog.as_deref().and_then(|text| text.parse::<Probe>().ok());
        let found = match (nature, before) {
            (Nature::Repeatable, _) => Found::None,
            (Nature::Shown, Some(_)) if is_half => Found::None,
            (Nature::Shown, Some(before)) => before.until(&Probe::taken(executor, sql).await?),
            // One of a transaction is in doubt only if something in it committed, or no transaction brings back its rows.
            (Nature::InTransaction | Nature::Shown | Nature::Unseen, _) => return Err(usage(plan::in_doubt(row))),
        };
        let took_effect = match found {
            Found::Took => true,
            Found::None => false,
            Found::Unknown => return Err(usage(plan::others_changed(row))),
        };
        let done = step + usize::from(took_effect);
        if !self.note(executor, way, (row.position, step), (way.moving(), done), Intent::default()).await? {
            return Ok((self.done(executor, way, row.position).await?, None));
        }
        tracing::warn!(version = row.version, statement = step + 1, took_effect, "a runner was cut off here");
        self.observers.tell(&Event::Settled { place: way.place, statement: step + 1, took_effect });
        Ok((done, Some(Settled { statement: step + 1, took_effect })))
    }

    /// Waits until a statement does not run any more: some engines go on with one whose client is gone.
    async fn gone(&self, way: &Way<'_>, step: usize, sql: &str) -> Result<()> {
        let Some(query) = self.db.dialect().running_query() else { return Ok(()) };
        let (start, mut gone) = (Instant::now(), 0);
        loop {
            let is_there = match self.db.fetch_sql(query, &[], |row| row.get::<Option<String>>(0)).await {
                Ok(running) => running.iter().flatten().any(|text| is_same(text, sql)),
                // MySQL cannot tell while somebody runs a statement that is not UTF-8.
                Err(error) if error.kind() == Kind::Other && start.elapsed() < way.limits.statement => true,
                Err(error) => return Err(error),
            };
            gone = if is_there { 0 } else { gone + 1 };
            if gone == GONE {
                return Ok(());
            }
            if is_there {
                self.observers.tell(&Event::WaitingForStatement {
                    place: way.place,
                    statement: step + 1,
                    waited: start.elapsed(),
                });
            }
            if start.elapsed() > way.limits.statement {
                let message = format!(
                    "migration `{}`: its statement {} still runs, which an earlier runner began; let it end, or stop it",
                    way.place.version,
                    step + 1
                );
                return Err(Error::new(Kind::Busy, message));
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// The state of the catalog, where it tells whether a statement took effect.
    pub(super) async fn catalog(&self, executor: &impl Executor, sql: &str) -> Result<Option<Probe>> {
        match self.nature(sql) {
            Nature::Shown => Probe::taken(executor, sql).await.map(Some),
            Nature::InTransaction | Nature::Repeatable | Nature::Unseen => Ok(None),
        }
    }
}

/// Whether a server shows this statement, of which it may have cut the end.
fn is_same(shown: &str, sql: &str) -> bool {
    let (shown, sql) = (shown.trim(), sql.trim());
    shown == sql || (shown.len() >= CUT && sql.starts_with(shown))
}
