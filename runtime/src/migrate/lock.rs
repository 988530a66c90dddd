//! One runner at a time: the lock of a row, which every engine gives back when its holder dies.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::event::{Event, Observers};
use super::history::{self, MigrationLock};
use crate::database::{Changed, Database};
use crate::driver::Limits;
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::now::Now;
use crate::transaction::Transaction;

/// How long one try waits in the database.
const TRY: Duration = Duration::from_secs(2);
/// How long the lock is tried for by whoever only wants to know who has it.
const GLANCE: Duration = Duration::from_millis(500);
/// How long a runner rests between two tries, at the most.
const REST: u64 = 500;
/// The row that is locked.
const LOCK: i32 = 1;
/// The row that tells who has the lock: what is written into the other one is seen when the lock is free again.
const HOLDER: i32 = 2;

/// A runner that has the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Runner {
    /// Who it is, as the history will say.
    pub name: String,
    /// Since when it has the lock.
    pub since: DateTime<Utc>,
}

/// How a runner asks for the lock.
pub(super) struct Asking<'a> {
    pub(super) db: &'a Database,
    /// Who it is.
    pub(super) holder: &'a str,
    /// How long it waits for another runner.
    pub(super) wait: Duration,
    /// Those of the transaction that has the lock.
    pub(super) limits: Limits,
    /// What else is changed in it; nothing but the history if nothing is said.
    pub(super) what: Option<Changed>,
    pub(super) observers: &'a Observers,
}

impl Asking<'_> {
    /// A transaction that has the lock until it ends. It never blocks in the database for long: a waiter there would stand in
    /// the way of statements that wait for all transactions, such as `CREATE INDEX CONCURRENTLY`.
    pub(super) async fn take(&self) -> Result<Transaction> {
        has_room(self.db)?;
        let start = Instant::now();
        loop {
            match self.attempt().await {
                Ok(Some(tx)) => return Ok(tx),
                Ok(None) => {}
                // The runner that makes the tables has not come to the row yet, or died before.
                Err(error) if is_missing(error.kind()) && start.elapsed() < self.wait => {
                    history::ensure(self.db, self.limits, self.wait).await?;
                    continue;
                }
                Err(error) => return Err(error),
            }
            let other = MigrationLock::dao(self.db).find(HOLDER).await.ok().flatten();
            if start.elapsed() >= self.wait {
                return Err(self.taken(other.as_ref()));
            }
            self.observers.tell(&Event::WaitingForRunner {
                holder: other.as_ref().map(|row| row.holder.as_str()),
                since: other.as_ref().map(|row| row.taken_at),
                waited: start.elapsed(),
            });
            tokio::time::sleep(Duration::from_millis(fastrand::u64(REST / 5..REST))).await;
        }
    }

    /// Who has the lock right now, if somebody has. Nothing is written.
    pub(super) async fn holder(&self) -> Result<Option<MigrationLock>> {
        let free = if self.db.dialect().one_writer() {
            // There the transaction is the lock.
            unless_taken(GLANCE, async { self.begin(None).await?.rollback().await }).await
        } else {
            let tx = self.begin(None).await?;
            let signed = unless_taken(GLANCE, self.sign(&tx, LOCK)).await;
            tx.rollback().await.and(signed)
        };
        match free {
            Ok(Some(())) => Ok(None),
            Ok(None) => MigrationLock::dao(self.db).find(HOLDER).await,
            Err(error) if is_missing(error.kind()) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The transaction that has the lock; nothing if somebody else has it. Only that is waited for so shortly and taken for
    /// another runner: who waits for a connection of a busy pool waits for none.
    async fn attempt(&self) -> Result<Option<Transaction>> {
        if self.db.dialect().one_writer() {
            // Nobody could write beside the lock, which is the transaction.
            let alone = async {
                let tx = self.begin(None).await?;
                self.sign(&tx, HOLDER).await?;
                tx.commit().await?;
                let tx = self.begin(self.what).await?;
                self.sign(&tx, LOCK).await.map(|()| tx)
            };
            return unless_taken(TRY, alone).await;
        }
        let tx = self.begin(self.what).await?;
        if unless_taken(TRY, self.sign(&tx, LOCK)).await?.is_none() {
            return Ok(None);
        }
        self.sign(self.db, HOLDER).await.map(|()| Some(tx))
    }

    async fn begin(&self, what: Option<Changed>) -> Result<Transaction> {
        match what {
            // There every reference of the database would be looked at, and none has to do with the history.
            None if self.db.dialect().one_writer() => self.db.begin().await,
            what => self.db.begin_changes(self.limits, what.unwrap_or(Changed::Rows)).await,
        }
    }

    #[cold]
    fn taken(&self, other: Option<&MigrationLock>) -> Error {
        // There any transaction that writes has the lock.
        let who = match self.db.dialect().one_writer() {
            true => "another runner or writer has this database; the last runner was",
            false => "another runner is migrating this database:",
        };
        let other = other.map_or_else(
            || "one that is not known".to_owned(),
            |row| format!("`{}`, since {} UTC", row.holder, row.taken_at.format("%Y-%m-%d %H:%M:%S")),
        );
        let waited = self.wait.as_secs_f32();
        Error::new(Kind::Busy, format!("{who} {other}; waited {waited:.1} s, and nothing was changed"))
    }

    async fn sign(&self, executor: &impl Executor, row: i32) -> Result<()> {
        let patch = MigrationLock::patch()
            .set(MigrationLock::HOLDER, self.holder)
            .set(MigrationLock::TAKEN_AT, <DateTime<Utc> as Now>::now());
        MigrationLock::dao(executor).patch(row, patch).await
    }
}

/// Refuses a pool with a single connection, which the lock would take from the statements.
pub(super) fn has_room(db: &Database) -> Result<()> {
    match db.pool() {
        Some(pool) if pool.most < 2 && !db.dialect().one_writer() => Err(Error::new(
            Kind::Config,
            "migrations need two connections at once, one of which has their lock, and the pool may have one: set `pool_size` \
             to 2, or `max_overflow` to 1; nothing was touched",
        )),
        Some(_) | None => Ok(()),
    }
}

/// Whether the lock is still held: the connection that holds it may have broken, and then another runner may be at work.
pub(super) async fn is_held(guard: &Transaction) -> Result<()> {
    let asked = MigrationLock::dao(guard).find(LOCK).await;
    asked.map(drop).map_err(|error| {
        let message = format!("the lock of the migrations was lost, and nothing more was begun: {error}");
        Error::new(error.kind(), message).with_source(error)
    })
}

/// What came of it in time; nothing if another one has the lock.
async fn unless_taken<T>(limit: Duration, asked: impl Future<Output = Result<T>>) -> Result<Option<T>> {
    match tokio::time::timeout(limit, asked).await {
        Ok(Ok(value)) => Ok(Some(value)),
        Ok(Err(error)) if !is_taken(error.kind()) => Err(error),
        Ok(Err(_)) | Err(_) => Ok(None),
    }
}

/// What an engine says of a table or a row that is not there yet.
const fn is_missing(kind: Kind) -> bool {
    matches!(kind, Kind::NotFound | Kind::MissingObject)
}

/// What an engine says to the second one.
const fn is_taken(kind: Kind) -> bool {
    matches!(kind, Kind::Busy | Kind::Timeout | Kind::Deadlock | Kind::Serialization)
}
