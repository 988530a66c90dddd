//! Oracle Database 19c and newer, over the network. The client blocks, so that each connection lives on a thread of its own.
//!
//! **It has never spoken to a server**: none can be had where this is built. It is tried on a listener that answers by hand
//! (`tests/tests/fake_oracle.rs`), and its conversions by themselves.
//!
//! - A statement outside of a transaction is committed by a message of its own, for the client has none that does both.
//! - An empty text is NULL, as the server has it.
//! - A statement whose caller went away goes on until the server has done it, and is undone then; whoever may cancel
//!   statements of the server (`ALTER SYSTEM`) has it cancelled.
//! - The client panics on some answers that no server gives. While connecting that is an error like any other; later it ends the
//!   connection's thread, and with it the connection.

mod bind;
mod client;
mod connection;
mod constraint;
mod decimal;
mod error;
mod limits;
mod options;
mod pool;
mod returning;
mod row;
mod session;
mod time;
mod verb;

use tablewright_schema::Dialect;

use self::options::Options;
use self::pool::{OracleConnector, Pool};
use self::session::OracleSession;
use super::command::Scope;
use super::{BoxFuture, Done, Driver, Limits, PoolState, Product, Session, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// An Oracle database.
pub struct OracleDriver {
    pool: Pool,
    product: Product,
}

impl OracleDriver {
    /// Opens the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the server does not let us in, of kind `Unsupported` if
    /// it is too old.
    pub async fn open(url: &str) -> Result<Self> {
        let options = Options::parse(url)?;
        let pool_options = options.pool.clone();
        let pool = Pool::new(OracleConnector::new(options), &pool_options)?;
        // A wrong name or password is told now, not with the first statement.
        let mut lease = pool.take().await?;
        let product = lease.start()?.product().clone();
        lease.end(Ok(()))?;
        drop(lease);
        Ok(Self { pool, product })
    }
}

impl Driver for OracleDriver {
    fn dialect(&self) -> Dialect {
        Dialect::Oracle
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            let result = lease.start()?.execute(statement, params, Scope::Alone).await;
            lease.end(result)
        })
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            let result = lease.start()?.fetch(statement, params, Scope::Alone, sink).await;
            lease.end(result)
        })
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            let result = lease.start()?.execute_many(statement, params, Scope::Alone).await;
            lease.end(result)
        })
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            lease.retire();
            let limited = lease.start()?.limit(limits).await;
            lease.end(limited)?;
            Ok(Box::new(OracleSession::begin(lease).await?) as Box<dyn Session>)
        })
    }

    /// The server has no limit for how long a statement runs.
    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            lease.retire();
            let connection = lease.start()?;
            let run = async {
                connection.limit(limits).await?;
                connection.execute(statement, &[], Scope::Alone).await
            };
            match tokio::time::timeout(limits.statement, run).await {
                Ok(result) => lease.end(result),
                // The lease is still running, and stops it.
                Err(_) => Err(too_long(limits.statement)),
            }
        })
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { Ok(Box::new(OracleSession::begin(self.pool.take().await?).await?) as Box<dyn Session>) })
    }

    fn close(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async {
            self.pool.close().await;
            Ok(())
        })
    }

    fn pool(&self) -> Option<PoolState> {
        Some(self.pool.state())
    }

    fn product(&self) -> Option<&Product> {
        Some(&self.product)
    }
}

#[cold]
fn too_long(limit: std::time::Duration) -> Error {
    Error::new(Kind::Timeout, format!("the statement took longer than {} ms, and is stopped", limit.as_millis()))
}
