//! What the pool does with connections of Oracle.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use super::client::Client;
use super::connection::OracleConnection;
use super::options::Options;
use crate::driver::pool::Connector;
use crate::driver::thread::lost;
use crate::error::Result;

/// How long a statement whose caller went away may go on before the server is asked to cancel it.
const ENDS_WITHIN: Duration = Duration::from_millis(300);

/// Opens and closes connections.
pub struct OracleConnector {
    options: Arc<Options>,
    /// A permit for each connection that may be about to be opened.
    openings: Arc<Semaphore>,
}

impl OracleConnector {
    /// A connector to the database of the options.
    pub fn new(options: Options) -> Self {
        let openings = Arc::new(Semaphore::new(options.pool.size.saturating_add(options.pool.overflow)));
        Self { options: Arc::new(options), openings }
    }
}

impl Connector for OracleConnector {
    type Connection = OracleConnection;

    /// The client waits for a server that is silent as long as it is, and cannot be told to stop: whoever waits with it goes
    /// away, its thread does not. So that there are not more and more of these, each has a permit until it ends. A server
    /// that is well gives up on its side
    /// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/netrf/parameters-for-the-sqlnet.ora.html>).
    async fn open(&self) -> Result<OracleConnection> {
        // The semaphore is never closed.
        let permit = Arc::clone(&self.openings).acquire_owned().await.map_err(|_| lost())?;
        let options = Arc::clone(&self.options);
        let open = move || {
            let _permit = permit;
            Client::open(&options)
        };
        OracleConnection::open("tablewright-oracle", open, Client::identity).await
    }

    async fn check(&self, connection: &mut OracleConnection) -> Result<()> {
        connection.ping().await
    }

    async fn roll_back(&self, connection: &mut OracleConnection) -> Result<()> {
        connection.rollback().await
    }

    /// The thread undoes what it does as soon as it sees that nobody waits. One that waits for the server is helped from
    /// outside, where the user may do that.
    async fn abandon(&self, connection: OracleConnection) {
        if tokio::time::timeout(ENDS_WITHIN, connection.settle()).await.is_err()
            && let Ok(other) = self.open().await
        {
            // If it may not, or there is nothing left to cancel, the statement ends by itself.
            other.cancel(&connection.identity).await.ok();
            other.close().await;
        }
        connection.close().await;
    }

    async fn close(&self, connection: OracleConnection) {
        connection.close().await;
    }
}
