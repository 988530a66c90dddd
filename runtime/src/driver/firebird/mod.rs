//! Firebird 4 and newer, over the network. The client blocks, so that each connection lives on a thread of its own.
//!
//! - A statement outside of a transaction runs in one of its own; those that only read share one for up to a second.
//! - Transactions are READ COMMITTED READ CONSISTENCY and wait for locks as long as `lock_timeout` says.
//! - What changes the schema is a transaction of its own, also inside of another one, and is committed before the next
//!   statement of another kind: Firebird cannot use in a transaction what was changed in it.
//! - Times are cut to tenths of a millisecond, the finest Firebird keeps.

mod attachment;
mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod many;
mod options;
mod pool;
mod row;
mod session;
mod statement;
mod time;

use tablewright_schema::Dialect;

use self::options::Options;
use self::pool::{FirebirdConnector, Pool};
use self::session::FirebirdSession;
use self::statement::{changes_tables, is_ddl};
use super::command::Scope;
use super::{BoxFuture, Done, Driver, Limits, PoolState, Product, Session, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A Firebird database.
pub struct FirebirdDriver {
    pool: Pool,
    connector: FirebirdConnector,
    product: Product,
}

impl FirebirdDriver {
    /// Opens the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the database cannot be opened.
    pub async fn open(url: &str) -> Result<Self> {
        let options = Options::parse(url)?;
        let pool_options = options.pool.clone();
        let connector = FirebirdConnector::new(options);
        let pool = Pool::new(connector.clone(), &pool_options)?;
        // A wrong name or password is told now, not with the first statement.
        let mut lease = pool.take().await?;
        let product = lease.start()?.product().clone();
        lease.end(Ok(()))?;
        drop(lease);
        Ok(Self { pool, connector, product })
    }
}

impl Driver for FirebirdDriver {
    fn dialect(&self) -> Dialect {
        Dialect::Firebird
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            if is_ddl(statement) {
                self.connector.forget_statements().await;
            }
            let mut lease = self.pool.take().await?;
            let connection = lease.start()?;
            let result = connection.execute(statement, params, Scope::Alone).await;
            if changes_tables(statement) {
                self.connector.schema_changed(connection);
            }
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
            let lease = self.pool.take().await?;
            let session = FirebirdSession::begin_within(lease, self.connector.clone(), limits).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.connector.forget_statements().await;
            let mut lease = self.pool.take().await?;
            lease.retire();
            let connection = lease.start()?;
            let result = match connection.limit(limits).await {
                Ok(()) => connection.execute(statement, &[], Scope::Alone).await,
                Err(error) => Err(error),
            };
            if changes_tables(statement) {
                self.connector.schema_changed(connection);
            }
            let is_kept = result.is_ok() && connection.lift_limits().await.is_ok();
            let result = lease.end(result);
            if is_kept {
                lease.keep();
            }
            result
        })
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async {
            let session = FirebirdSession::begin(self.pool.take().await?, self.connector.clone()).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
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
