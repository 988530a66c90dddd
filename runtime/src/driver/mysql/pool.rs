//! What the pool needs to know of MySQL: how connections are opened, asked, mended and stopped.

use sqlx::ConnectOptions;
use sqlx::mysql::MySqlConnectOptions;

use super::connection::MysqlConnection;
use super::error::of_opening;
use super::options::Options;
use crate::driver::pool::Connector;
use crate::error::Result;

/// Opens connections.
pub struct MysqlConnector {
    options: MySqlConnectOptions,
    place: String,
}

impl MysqlConnector {
    /// Opens connections with these options.
    pub fn new(options: &Options) -> Self {
        Self { options: options.connect.clone(), place: options.place() }
    }
}

impl Connector for MysqlConnector {
    type Connection = MysqlConnection;

    async fn open(&self) -> Result<MysqlConnection> {
        let connection = self.options.connect().await.map_err(|error| of_opening(&self.place, error))?;
        MysqlConnection::new(connection).await
    }

    async fn check(&self, connection: &mut MysqlConnection) -> Result<()> {
        connection.ping().await
    }

    async fn roll_back(&self, connection: &mut MysqlConnection) -> Result<()> {
        connection.batch("ROLLBACK").await.map(drop)
    }

    /// Closing the socket would not do: the server notices only when it next writes to it, which may be after a statement
    /// that waits for a lock took effect (<https://dev.mysql.com/doc/refman/9.0/en/kill.html>).
    async fn abandon(&self, connection: MysqlConnection) {
        let Ok(mut other) = self.open().await else { return };
        // It is an error if the connection is gone already.
        other.batch(&format!("KILL CONNECTION {}", connection.number)).await.ok();
        other.close().await.ok();
        // Nobody waits for its goodbye.
    }

    async fn close(&self, connection: MysqlConnection) {
        // A server that is gone has closed it already.
        connection.close().await.ok();
    }
}
