//! One runner at a time: the lock of a row, which every engine gives back when its holder dies.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::history::{self, MigrationLock};
use crate::database::Database;
use crate::error::{Error, Kind, Result};
use crate::now::Now;
use crate::transaction::Transaction;

/// How long one try waits in the database.
const TRY: Duration = Duration::from_secs(2);
/// How long a runner rests between two tries, at the most.
const REST: u64 = 500;

/// A transaction that has the lock until it ends. It never blocks in the database for long: a waiter there would stand in the
/// way of statements that wait for all transactions, such as `CREATE INDEX CONCURRENTLY`.
pub async fn take(db: &Database, holder: &str, wait: Duration) -> Result<Transaction> {
    let start = Instant::now();
    loop {
        match tokio::time::timeout(TRY, attempt(db, holder)).await {
            Ok(Ok(tx)) => return Ok(tx),
            // The runner that makes the tables has not come to the row yet, or died before.
            Ok(Err(error)) if is_missing(error.kind()) && start.elapsed() < wait => {
                history::ensure(db).await.ok();
            }
            Ok(Err(error)) if !is_taken(error.kind()) => return Err(error),
            Ok(Err(_)) | Err(_) => {}
        }
        if start.elapsed() >= wait {
            let last = MigrationLock::dao(db).find(1).await.ok().flatten();
            let last = last.map(|row| format!(", the last one was `{}`", row.holder)).unwrap_or_default();
            let message = format!(
                "another runner is migrating this database{last}; waited {} s, and nothing was changed",
                wait.as_secs()
            );
            return Err(Error::new(Kind::Busy, message));
        }
        tokio::time::sleep(Duration::from_millis(fastrand::u64(REST / 5..REST))).await;
    }
}

async fn attempt(db: &Database, holder: &str) -> Result<Transaction> {
    let tx = db.begin_changes().await?;
    let patch = MigrationLock::patch()
        .set(MigrationLock::HOLDER, holder)
        .set(MigrationLock::TAKEN_AT, <DateTime<Utc> as Now>::now());
    MigrationLock::dao(&tx).patch(1, patch).await?;
    Ok(tx)
}

/// What an engine says of a table or a row that is not there yet.
const fn is_missing(kind: Kind) -> bool {
    matches!(kind, Kind::NotFound | Kind::MissingObject)
}

/// What an engine says to the second one.
const fn is_taken(kind: Kind) -> bool {
    matches!(kind, Kind::Busy | Kind::Timeout | Kind::Deadlock | Kind::Serialization)
}
