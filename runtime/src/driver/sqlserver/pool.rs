//! What the pool needs to know of SQL Server: how connections are opened, asked, mended and stopped.

use tiberius::error::Error as TdsError;
use tiberius::{Client, Config, EncryptionLevel};
use tokio::net::TcpStream;
use tokio_util::compat::TokioAsyncWriteCompatExt;

use super::connection::{SqlServerConnection, Stream, quiet};
use super::error::of_opening;
use super::options::{Options, SessionOptions};
use crate::driver::pool::Connector;
use crate::error::{Error, Kind, Result};

/// How often a server may name another one to go to.
const MOST_ROUTES: usize = 3;

/// Undoes a transaction, with all that were begun in it, unless the server has
/// (<https://learn.microsoft.com/sql/t-sql/language-elements/rollback-transaction-transact-sql>).
pub const ROLLBACK: &str = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";

/// Opens connections.
pub struct SqlServerConnector {
    options: Config,
    host: String,
    port: u16,
    /// Whether it may go on without TLS if the server has none.
    may_be_plain: bool,
    session: SessionOptions,
}

impl SqlServerConnector {
    /// Opens connections with these options.
    pub fn new(options: &Options) -> Self {
        let (host, session) = (options.host.clone(), options.session.clone());
        let may_be_plain = options.may_be_plain;
        Self { options: options.connect.clone(), host, port: options.port, may_be_plain, session }
    }

    /// The server may name another one: in Azure a gateway answers first
    /// (<https://learn.microsoft.com/azure/azure-sql/database/connectivity-architecture>).
    async fn log_in(&self) -> Result<Box<Client<Stream>>> {
        let (mut host, mut port, mut options) = (self.host.clone(), self.port, self.options.clone());
        let mut may_be_plain = self.may_be_plain;
        for _ in 0..=MOST_ROUTES {
            let failed = |error| of_opening(&format!("{host}:{port}"), error);
            let stream = TcpStream::connect((host.as_str(), port)).await.map_err(|error| failed(error.into()))?;
            // A statement is one message, and waits for nobody.
            stream.set_nodelay(true).map_err(|error| failed(error.into()))?;
            // With TLS it takes 17 KB, which each future around it would copy.
            match Box::pin(quiet(Client::connect(options.clone(), stream.compat_write()))).await {
                Ok(client) => return Ok(Box::new(client)),
                Err(TdsError::Routing { host: next, port: next_port }) => {
                    (host, port) = (next, next_port);
                    options.host(&host);
                    options.port(port);
                }
                // It says that it has no TLS, before anything was sent that is secret.
                Err(TdsError::Protocol(_)) if may_be_plain => {
                    may_be_plain = false;
                    options.encryption(EncryptionLevel::NotSupported);
                }
                Err(error) => return Err(failed(error)),
            }
        }
        Err(Error::new(Kind::Connect, format!("the server at {}:{} names others without end", self.host, self.port)))
    }
}

impl Connector for SqlServerConnector {
    type Connection = SqlServerConnection;

    async fn open(&self) -> Result<SqlServerConnection> {
        SqlServerConnection::new(self.log_in().await?, &self.session).await
    }

    async fn check(&self, connection: &mut SqlServerConnection) -> Result<()> {
        // What took too long and was stopped may have begun a transaction.
        connection.batch(ROLLBACK).await
    }

    async fn roll_back(&self, connection: &mut SqlServerConnection) -> Result<()> {
        connection.end(ROLLBACK).await
    }

    /// The server would notice a closed socket too, but not before it has stopped is it known that nothing takes effect.
    async fn abandon(&self, mut connection: SqlServerConnection) {
        connection.settle().await.ok();
        // Nobody waits for its goodbye.
        connection.close().await.ok();
    }

    async fn close(&self, connection: SqlServerConnection) {
        // A server that is gone has closed it already.
        connection.close().await.ok();
    }
}
