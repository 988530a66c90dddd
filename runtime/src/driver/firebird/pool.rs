//! What the pool does with connections of Firebird.

use std::sync::{Arc, Weak};
use std::time::Duration;

use parking_lot::Mutex;

use super::attachment::Attachment;
use super::connection::{FirebirdConnection, Known, Link, forget};
use super::options::Options;
use crate::driver::pool::{Changes, Connector};
use crate::driver::thread::Openings;
use crate::error::Result;

/// How long a statement whose caller went away may go on before it is stopped from outside.
const ENDS_WITHIN: Duration = Duration::from_millis(300);
/// How long connections are waited for that have not given up their prepared statements.
const FORGETS_WITHIN: Duration = Duration::from_secs(1);

/// Opens and closes connections, and knows those that are open.
pub struct FirebirdConnector {
    options: Arc<Options>,
    openings: Openings,
    open: Mutex<Vec<Weak<Link>>>,
    /// The changes of the schema that were made here.
    changes: Changes,
}

impl FirebirdConnector {
    /// A connector to the database of the options.
    pub fn new(options: Options) -> Self {
        let openings = Openings::new("tablewright-firebird", &options.pool);
        Self { options: Arc::new(options), openings, open: Mutex::default(), changes: Changes::default() }
    }

    /// Makes every connection give up what keeps others from changing tables: a prepared statement holds on to its
    /// tables for as long as it lives, and the change would wait for it in vain. One that is busy does it when it is done.
    pub async fn forget_statements(&self) {
        let open: Vec<_> = self.open.lock().iter().filter_map(Weak::upgrade).collect();
        let all = async {
            let told: Vec<_> = open.iter().filter_map(|link| forget(link)).collect();
            for wait in told {
                // A connection that is gone holds nothing.
                wait.await.ok();
            }
        };
        tokio::time::timeout(FORGETS_WITHIN, all).await.ok();
    }

    /// Opens a connection that is not among those known.
    async fn attach(&self) -> Result<FirebirdConnection> {
        let (options, known) = (Arc::clone(&self.options), Known::all(&self.changes));
        self.openings.open(move || Attachment::open(&options, known), Attachment::identity).await
    }
}

impl Connector for FirebirdConnector {
    type Connection = FirebirdConnection;

    async fn open(&self) -> Result<FirebirdConnection> {
        let connection = self.attach().await?;
        let mut open = self.open.lock();
        open.retain(|link| link.strong_count() > 0);
        open.push(connection.weak_link());
        Ok(connection)
    }

    async fn check(&self, connection: &mut FirebirdConnection) -> Result<()> {
        connection.ping().await
    }

    fn is_outdated(&self, connection: &FirebirdConnection) -> bool {
        connection.identity.known.is_outdated()
    }

    async fn roll_back(&self, connection: &mut FirebirdConnection) -> Result<()> {
        connection.leave().await
    }

    /// The thread undoes what it does as soon as it sees that nobody waits. A statement that waits for a lock is ended
    /// from outside (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-appx04-monstatements>).
    async fn abandon(&self, connection: FirebirdConnection) {
        if tokio::time::timeout(ENDS_WITHIN, connection.settle()).await.is_err() {
            let id = connection.identity.id;
            if let Ok(other) = self.attach().await {
                // If it has ended meanwhile there is nothing left to stop.
                other.stop(id).await.ok();
                other.close().await;
            }
        }
        connection.close().await;
    }

    async fn close(&self, connection: FirebirdConnection) {
        connection.close().await;
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::TcpListener;

    use super::*;

    /// A thread that waits cannot be stopped, so there must not be more and more of them.
    #[tokio::test]
    async fn a_silent_server_is_not_asked_for_more_than_there_may_be_connections() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let url = format!("firebird://me:secret@127.0.0.1:{port}/a.fdb?pool_size=2&max_overflow=1");
        let connector = FirebirdConnector::new(Options::parse(&url).unwrap());
        for _ in 0..8 {
            assert!(tokio::time::timeout(Duration::from_millis(50), connector.open()).await.is_err(), "it waits");
        }
        let mut accepted = Vec::new();
        for _ in 0..3 {
            let stream = tokio::time::timeout(Duration::from_secs(60), listener.accept()).await;
            accepted.push(stream.expect("there may be three").unwrap());
        }
        let fourth = tokio::time::timeout(Duration::from_millis(500), listener.accept()).await;
        assert!(fourth.is_err(), "there may be no more");
        // When one of them ends there may be another.
        drop(accepted.pop());
        let again = tokio::join!(tokio::time::timeout(Duration::from_secs(5), connector.open()), listener.accept());
        assert!(again.0.is_err() && again.1.is_ok(), "it waits again");
        // Their threads end before the test does.
        drop(accepted);
    }
}
