//! MySQL 8.0.17 and newer, and MariaDB 10.6 and newer, through sqlx's connections in a pool of our own.
//!
//! Which of the two it is, the server says. Every statement is prepared and stays so on its connection: closing one would
//! cost the next statement 44 ms (see `connection.rs`).

mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod limits;
mod many;
mod options;
mod pool;
mod row;
mod server;
mod session;
mod standing;
mod time;
mod verb;

use tablewright_schema::Dialect;

use self::options::Options;
use self::pool::MysqlConnector;
use self::session::MysqlSession;
use self::verb::Verb;
use super::pool::Pool;
use super::{BoxFuture, Done, Driver, Limits, PoolState, Product, Session, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// A MySQL or MariaDB database.
pub struct MysqlDriver {
    pool: Pool<MysqlConnector>,
    dialect: Dialect,
    product: Product,
}

impl MysqlDriver {
    /// Connects to the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the server does not let us in, of kind `Unsupported` if
    /// it is too old.
    pub async fn open(url: &str) -> Result<Self> {
        let options = Options::parse(url)?;
        let pool = Pool::new(MysqlConnector::new(&options), &options.pool)?;
        // Whatever is wrong is better known now than at the first statement.
        let mut lease = pool.take().await?;
        let connection = lease.start()?;
        let (dialect, product) = (connection.server.dialect, connection.product.clone());
        lease.end(Ok(()))?;
        drop(lease);
        Ok(Self { pool, dialect, product })
    }
}

impl Driver for MysqlDriver {
    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            Verb::of(statement).refuse_if_ours()?;
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
            Verb::of(statement).refuse_if_ours()?;
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
            let mut session = MysqlSession::begin(&self.pool).await?;
            let done = session.run_many(statement, params).await?;
            Box::new(session).commit().await?;
            Ok(done)
        })
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            let session = MysqlSession::begin_with(&self.pool, &limits::settings(limits, self.dialect)).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            Verb::of(statement).refuse_if_ours()?;
            let mut lease = self.pool.take().await?;
            lease.retire();
            let connection = lease.start()?;
            let run = async {
                connection.batch(&limits::settings(limits, self.dialect)).await?;
                connection.execute(statement, &[]).await
            };
            let result = match limits::limit_of_ours(limits, self.dialect) {
                None => run.await,
                Some(limit) => match tokio::time::timeout(limit, run).await {
                    Ok(result) => result,
                    // The lease is still running, and stops it.
                    Err(_) => return Err(too_long(limit)),
                },
            };
            lease.end(result)
        })
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { Ok(Box::new(MysqlSession::begin(&self.pool).await?) as Box<dyn Session>) })
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
