//! SQL Server 2017 and newer, through tiberius' connections in a pool of our own.
//!
//! **It has never spoken to a server**: none can be had where this is built. It is tried on Microsoft's mock of one and on
//! answers written by hand after the protocol's description.
//!
//! tiberius prepares nothing: a statement with parameters goes through `sp_executesql`, whose plan the server keeps by its
//! text.

mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod many;
mod options;
mod pool;
mod row;
mod server;
mod session;
mod time;
mod verb;

use tablewright_schema::Dialect;

use self::options::Options;
use self::pool::SqlServerConnector;
use self::session::SqlServerSession;
use self::verb::refuse_if_ours;
use super::pool::Pool;
use super::{BoxFuture, Done, Driver, Limits, PoolState, Product, Session, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A SQL Server database.
pub struct SqlServerDriver {
    pool: Pool<SqlServerConnector>,
    product: Product,
}

impl SqlServerDriver {
    /// Connects to the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the server does not let us in, of kind `Unsupported` if
    /// it is too old.
    pub async fn open(url: &str) -> Result<Self> {
        let options = Options::parse(url)?;
        let pool = Pool::new(SqlServerConnector::new(&options), &options.pool)?;
        // Whatever is wrong is better known now than at the first statement.
        let mut lease = pool.take().await?;
        let product = lease.start()?.product.clone();
        lease.end(Ok(()))?;
        drop(lease);
        Ok(Self { pool, product })
    }
}

impl Driver for SqlServerDriver {
    fn dialect(&self) -> Dialect {
        Dialect::SqlServer
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            refuse_if_ours(statement)?;
            let mut lease = self.pool.take().await?;
            let result = lease.start()?.execute(statement, params).await;
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
            refuse_if_ours(statement)?;
            let mut lease = self.pool.take().await?;
            let result = lease.start()?.fetch(statement, params, sink).await;
            lease.end(result)
        })
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut session = SqlServerSession::begin(&self.pool).await?;
            let done = session.run_many(statement, params).await?;
            Box::new(session).commit().await?;
            Ok(done)
        })
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(
            async move { Ok(Box::new(SqlServerSession::begin_within(&self.pool, limits).await?) as Box<dyn Session>) },
        )
    }

    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            refuse_if_ours(statement)?;
            let mut lease = self.pool.take().await?;
            lease.retire();
            let connection = lease.start()?;
            let result = match connection.limit(limits).await {
                Ok(()) => connection.execute(statement, &[]).await,
                Err(error) => Err(error),
            };
            lease.end(result)
        })
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { Ok(Box::new(SqlServerSession::begin(&self.pool).await?) as Box<dyn Session>) })
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
