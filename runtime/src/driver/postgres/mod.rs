//! PostgreSQL 13 and newer, through sqlx's connections in a pool of our own.
//!
//! Everything goes through the binary protocol and is read where it lies in the message. Static statements stay prepared;
//! built ones do when they come back.

mod bind;
mod connection;
mod constraint;
mod copy;
mod decimal;
mod error;
mod limits;
mod many;
mod options;
mod pool;
mod row;
mod session;
mod time;
mod types;
mod verb;
mod wire;

use tablewright_schema::Dialect;

use self::connection::Place;
use self::options::Options;
use self::pool::PostgresConnector;
use self::session::PostgresSession;
use super::pool::Pool;
use super::{BoxFuture, Done, Driver, Limits, PoolState, Product, Session, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A PostgreSQL database.
pub struct PostgresDriver {
    pool: Pool<PostgresConnector>,
    product: Product,
}

impl PostgresDriver {
    /// Connects to the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the server does not let us in.
    pub async fn open(url: &str) -> Result<Self> {
        let options = Options::parse(url)?;
        let pool = Pool::new(PostgresConnector::new(&options), &options.pool)?;
        // Whatever is wrong is better known now than at the first statement.
        let mut lease = pool.take().await?;
        let product = lease.start()?.product.clone();
        lease.end(Ok(()))?;
        drop(lease);
        Ok(Self { pool, product })
    }
}

impl Driver for PostgresDriver {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            let result = lease.start()?.execute(statement, params, Place::Alone).await;
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
            let result = lease.start()?.fetch(statement, params, Place::Alone, sink).await;
            lease.end(result)
        })
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut session = PostgresSession::begin(&self.pool).await?;
            let done = session.run_many(statement, params).await?;
            Box::new(session).commit().await?;
            Ok(done)
        })
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            let session = PostgresSession::begin_with(&self.pool, &limits::in_transaction(limits)).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut lease = self.pool.take().await?;
            lease.retire();
            let connection = lease.start()?;
            let result = match connection.batch(&limits::in_session(limits)).await {
                Ok(_) => connection.execute(statement, &[], Place::Alone).await,
                Err(error) => Err(error),
            };
            lease.end(result)
        })
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { Ok(Box::new(PostgresSession::begin(&self.pool).await?) as Box<dyn Session>) })
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
