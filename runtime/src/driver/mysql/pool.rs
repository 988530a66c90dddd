//! What the pool needs to know of MySQL: how connections are opened, asked, mended and stopped.

use std::sync::OnceLock;
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::mysql::MySqlConnectOptions;
use tablewright_schema::Dialect;

use super::connection::{EACH_ALONE, MysqlConnection, NO_CHAIN};
use super::error::of_opening;
use super::options::{Options, SessionOptions};
use crate::driver::pool::{Changes, Connector, open_to_stop};
use crate::error::{Error, Kind, Result};

/// How long the end of a connection that was killed is waited for.
const GOES_WITHIN: Duration = Duration::from_secs(5);

/// Opens connections.
pub struct MysqlConnector {
    options: MySqlConnectOptions,
    session: SessionOptions,
    place: String,
    /// What the first connection met.
    dialect: OnceLock<Dialect>,
    /// The changes of the schema that were made here.
    changes: Changes,
}

impl MysqlConnector {
    /// Opens connections with these options.
    pub fn new(options: &Options) -> Self {
        let (connect, session) = (options.connect.clone(), options.session.clone());
        Self {
            options: connect,
            session,
            place: options.place(),
            dialect: OnceLock::new(),
            changes: Changes::default(),
        }
    }
}

impl Connector for MysqlConnector {
    type Connection = MysqlConnection;

    async fn open(&self) -> Result<MysqlConnection> {
        let connection = self.options.connect().await.map_err(|error| of_opening(&self.place, error))?;
        let connection = MysqlConnection::new(connection, &self.session, self.changes.clone()).await?;
        let (found, first) = (connection.server.dialect, *self.dialect.get_or_init(|| connection.server.dialect));
        if found != first {
            // The statements are those of the first.
            let message = format!("the server at {} speaks {found}, and spoke {first} before", self.place);
            return Err(Error::new(Kind::Connect, message));
        }
        Ok(connection)
    }

    async fn check(&self, connection: &mut MysqlConnection) -> Result<()> {
        connection.ping().await
    }

    fn is_outdated(&self, connection: &MysqlConnection) -> bool {
        connection.is_outdated()
    }

    async fn roll_back(&self, connection: &mut MysqlConnection) -> Result<()> {
        // What was called in it may have said otherwise for the connection.
        connection.batch(&format!("{NO_CHAIN}; ROLLBACK; {EACH_ALONE}")).await.map(drop)
    }

    /// The server notices when it next writes to a socket that it is closed, which may be after a statement that waits for a
    /// lock took effect (<https://dev.mysql.com/doc/refman/8.4/en/kill.html>).
    fn is_missed(&self, _: &MysqlConnection) -> bool {
        false
    }

    async fn abandon(&self, mut connection: MysqlConnection) {
        let Some(mut other) = open_to_stop(self).await else { return };
        // Another server gives the number to somebody else, and so does one that was started since then.
        let is_the_same = other.place == connection.place && other.is_up_since(connection.opened).await;
        let kill = format!("KILL CONNECTION {}", connection.server.connection);
        if is_the_same && other.batch(&kill).await.is_ok() {
            // First comes the answer of what was running, then that it is gone.
            let gone = async {
                while answers(&connection.ping().await) {
                    tokio::task::yield_now().await;
                }
            };
            tokio::time::timeout(GOES_WITHIN, gone).await.ok();
        }
        // Nobody waits for its goodbye.
        other.close().await.ok();
    }

    async fn close(&self, connection: MysqlConnection) {
        // A server that is gone has closed it already.
        connection.close().await.ok();
    }
}

/// Whether the server still answers, be it with an error.
fn answers(result: &Result<()>) -> bool {
    result.as_ref().err().is_none_or(|error| error.kind() != Kind::ConnectionLost)
}
