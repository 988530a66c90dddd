//! What the pool does with connections of Oracle.

use std::sync::Arc;
use std::time::Duration;

use super::client::Client;
use super::connection::OracleConnection;
use super::options::Options;
use crate::driver::pool::Connector;
use crate::driver::thread::Openings;
use crate::error::Result;

/// How long a statement whose caller went away may go on before the server is asked to cancel it.
const ENDS_WITHIN: Duration = Duration::from_millis(300);

/// Opens and closes connections.
pub struct OracleConnector {
    options: Arc<Options>,
    openings: Openings,
}

impl OracleConnector {
    /// A connector to the database of the options.
    pub fn new(options: Options) -> Self {
        let openings = Openings::new("tablewright-oracle", &options.pool);
        Self { options: Arc::new(options), openings }
    }
}

impl Connector for OracleConnector {
    type Connection = OracleConnection;

    /// A server that is well gives up on a client that is slow
    /// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/netrf/parameters-for-the-sqlnet.ora.html>).
    async fn open(&self) -> Result<OracleConnection> {
        let options = Arc::clone(&self.options);
        self.openings.open(move || Client::open(&options), Client::identity).await
    }

    async fn check(&self, connection: &mut OracleConnection) -> Result<()> {
        connection.ping().await
    }

    async fn roll_back(&self, connection: &mut OracleConnection) -> Result<()> {
        connection.leave().await
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
