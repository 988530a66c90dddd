//! What was refused for a lock and had no effect is tried again; and who may have the lock is found out.

use super::Migrator;
use super::event::{Event, Place};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;

/// How many transactions of others are named.
const NAMED: usize = 3;

/// Whether it may go better the next time.
pub(super) fn may_pass(error: &Error) -> bool {
    matches!(error.kind(), Kind::Busy | Kind::Deadlock | Kind::Serialization)
}

impl Migrator<'_> {
    /// Waits until something is tried again, unless it was tried often enough.
    pub(super) async fn again(&self, place: &Place<'_>, tried: &mut u32, error: Error) -> Result<()> {
        let Some(pause) = self.retry.pause(*tried) else {
            let message = format!("{error}; tried {tried} times");
            let kind = error.kind();
            return Err(Error::new(kind, message).with_source(error));
        };
        tracing::warn!(version = place.version, tried = *tried, ?pause, %error, "refused for a lock, trying again");
        self.observers.tell(&Event::Retrying { place: *place, error: &error, pause });
        tokio::time::sleep(pause).await;
        *tried += 1;
        Ok(())
    }

    /// An error that says who may have the lock.
    pub(super) async fn blamed(&self, error: Error) -> Error {
        if error.kind() != Kind::Busy {
            return error;
        }
        let others = self.others().await;
        let message = match others.is_empty() {
            true => format!("{error}; look for transactions that are open for long"),
            false => format!("{error}; open transactions: {}", others.join("; ")),
        };
        Error::new(Kind::Busy, message).with_source(error)
    }

    /// The oldest transactions of others, as far as this user may see them.
    async fn others(&self) -> Vec<String> {
        let Some(query) = self.db.dialect().transactions_query() else { return Vec::new() };
        let all = self.db.fetch_sql(query, &[], |row| row.get::<String>(0)).await.unwrap_or_default();
        all.into_iter().take(NAMED).collect()
    }
}
