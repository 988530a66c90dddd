//! A connection to a database: what else is known of it and asked of its thread.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::oneshot;

use super::attachment::Attachment;
use crate::driver::backend::Scope;
use crate::driver::pool::Changes;
use crate::driver::thread::{self, ThreadConnection};
use crate::driver::{Done, Limits, Operation, Product, Statement};
use crate::error::Result;
use crate::param::Param;

/// A connection to a database.
pub type FirebirdConnection = ThreadConnection<Attachment>;
/// The way to a connection's thread.
pub type Link = thread::Link<Attachment>;

/// What is known of a connection.
pub struct Identity {
    /// The number the server knows it by.
    pub id: i64,
    /// What it leads to.
    pub product: Product,
    /// Which changes of tables it knows.
    pub known: Known,
}

/// Which changes of the schema a connection knows, shared with its thread.
#[derive(Clone)]
pub struct Known {
    /// Those that were made in this process.
    changes: Changes,
    /// How many of them it knows.
    count: Arc<AtomicU64>,
}

impl Known {
    /// All that there are now.
    pub fn all(changes: &Changes) -> Self {
        Self { changes: changes.clone(), count: Arc::new(AtomicU64::new(changes.count())) }
    }

    /// Whether others have changed tables since: it remembers them as it first saw them.
    pub fn is_outdated(&self) -> bool {
        self.count.load(Ordering::Acquire) != self.changes.count()
    }

    /// Says that a table is no longer what it was. Connections remember tables as they first saw them, also columns that
    /// are gone, and would refuse rows for their sake; so they are replaced, but for this one, which made the change, if it
    /// knows all others.
    pub fn schema_changed(&self) {
        let number = self.changes.add();
        self.count.compare_exchange(number - 1, number, Ordering::AcqRel, Ordering::Acquire).ok();
    }
}

impl FirebirdConnection {
    /// Ends whatever another connection of the same user does, and closes it.
    pub async fn stop(&self, id: i64) -> Result<Done> {
        let sql = "DELETE FROM MON$ATTACHMENTS WHERE MON$ATTACHMENT_ID = ?";
        self.execute(Statement::built(sql, Operation::Delete), &[Param::I64(id)], Scope::Alone).await
    }

    /// Sets how long it waits for locks, and statements run, from now on.
    pub async fn limit(&self, limits: Limits) -> Result<()> {
        self.link().call(move |attachment, _| attachment.limit(limits)).await
    }

    /// Takes the limits back.
    pub async fn lift_limits(&self) -> Result<()> {
        self.link().call(|attachment, _| attachment.lift_limits()).await
    }
}

/// Makes a connection give up what keeps others from changing tables. Gives something to wait for, unless it is gone.
pub fn forget(link: &Link) -> Option<oneshot::Receiver<()>> {
    let (done, wait) = oneshot::channel();
    let forget = move |attachment: &mut Attachment| {
        attachment.forget();
        // Whoever asked may have had no more patience.
        done.send(()).ok();
    };
    link.send(forget).ok().map(|()| wait)
}
