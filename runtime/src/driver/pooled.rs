//! The driver of an engine on the network: a pool, and a lease of one of its connections for each statement.

use std::time::Duration;

use tablewright_schema::Dialect;

use super::backend::{Backend, Scope};
use super::pool::{Lease, Pool};
use super::{BoxFuture, Done, Driver, Limits, PoolState, Product, Session, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// A database whose connections are in a pool.
pub struct Pooled<B: Backend> {
    pool: Pool<B>,
    dialect: Dialect,
    product: Product,
}

impl<B: Backend> Pooled<B> {
    /// Connects to the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the server does not let us in, of kind `Unsupported` if
    /// it is too old.
    pub async fn open(url: &str) -> Result<Self> {
        let (backend, options) = B::of_url(url)?;
        let pool = Pool::new(backend, &options)?;
        // Whatever is wrong is better known now than at the first statement.
        let mut lease = pool.take().await?;
        let (dialect, product) = B::identity(lease.start()?);
        lease.end(Ok(()))?;
        drop(lease);
        Ok(Self { pool, dialect, product })
    }

    /// The connections.
    #[allow(dead_code, reason = "not every driver asks")]
    pub(super) fn connections(&self) -> &Pool<B> {
        &self.pool
    }

    /// Starts a transaction.
    pub(super) async fn session(&self, how: Beginning) -> Result<B::Session> {
        match begin_on(self.pool.take().await?, how).await {
            // The connection broke while it rested. Nothing was to have an effect yet, so another one will do. The broken one
            // is given back before: of those that all wait for another, none would have one to give.
            Err(error) if error.kind() == Kind::ConnectionLost => begin_on(self.pool.take().await?, how).await,
            result => result,
        }
    }
}

/// How a transaction begins.
#[derive(Debug, Clone, Copy)]
pub enum Beginning {
    /// As these say.
    With(TransactionOptions),
    /// For a change of the schema, whose statements keep within these.
    Within(Limits),
}

impl Beginning {
    /// As the database has it.
    pub const PLAIN: Self = Self::With(TransactionOptions::new());
}

async fn begin_on<B: Backend>(mut lease: Lease<B>, how: Beginning) -> Result<B::Session> {
    let (options, limits) = match how {
        Beginning::With(options) => (options, None),
        Beginning::Within(limits) => (TransactionOptions::new(), Some(limits)),
    };
    // Options that are set before a transaction which then does not begin are for nobody else.
    let may_stay = options != TransactionOptions::new();
    if may_stay || (limits.is_some() && B::LIMITS_STAY) {
        lease.retire();
    }
    let connection = lease.start()?;
    let begun = match limits {
        None => B::begin(connection, options).await,
        Some(limits) => B::begin_within(connection, limits).await,
    };
    lease.end(begun)?;
    lease.transaction_began();
    if may_stay {
        lease.keep();
    }
    B::session(lease, options)
}

impl<B: Backend> Driver for Pooled<B> {
    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            B::refuse_if_ours(statement)?;
            self.pool.connector().make_way(statement).await;
            let mut lease = self.pool.take().await?;
            let result = B::execute(lease.start()?, statement, params, Scope::Alone).await;
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
            B::refuse_if_ours(statement)?;
            let mut lease = self.pool.take().await?;
            let result = B::fetch(lease.start()?, statement, params, Scope::Alone, sink).await;
            lease.end(result)
        })
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(B::execute_many(self, statement, params))
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { Ok(Box::new(self.session(Beginning::PLAIN).await?) as Box<dyn Session>) })
    }

    fn begin_with(&self, options: TransactionOptions) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            B::refuse_options(options)?;
            Ok(Box::new(self.session(Beginning::With(options)).await?) as Box<dyn Session>)
        })
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move { Ok(Box::new(self.session(Beginning::Within(limits)).await?) as Box<dyn Session>) })
    }

    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            B::refuse_if_ours(statement)?;
            self.pool.connector().make_way(statement).await;
            let mut lease = self.pool.take().await?;
            lease.retire();
            let connection = lease.start()?;
            let patience = B::patience(connection, limits);
            let run = async {
                B::limit(connection, limits).await?;
                B::execute(connection, statement, &[], Scope::Alone).await
            };
            let result = match patience {
                None => run.await,
                Some(limit) => match tokio::time::timeout(limit, run).await {
                    Ok(result) => result,
                    // The lease is still running, and stops it.
                    Err(_) => return Err(too_long(limit)),
                },
            };
            let is_lifted = result.is_ok() && matches!(B::lift_limits(connection).await, Ok(true));
            let result = lease.end(result);
            if is_lifted {
                lease.keep();
            }
            result
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

/// A session that can run a statement many times without a savepoint before.
#[cfg(any(feature = "mysql", feature = "postgres", feature = "sqlserver"))]
pub trait RunMany: Session {
    /// Runs a statement for each list of parameters. An error leaves what was done before it to the caller.
    fn run_many(
        &mut self,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send;
}

/// Runs a statement for each list of parameters in a transaction for all of them.
#[cfg(any(feature = "mysql", feature = "postgres", feature = "sqlserver"))]
pub async fn many_in_transaction<B>(
    driver: &Pooled<B>,
    statement: Statement<'_>,
    rows: &[Vec<Param<'_>>],
) -> Result<Done>
where
    B: Backend<Session: RunMany>,
{
    let mut session = driver.session(Beginning::PLAIN).await?;
    let done = session.run_many(statement, rows).await?;
    Box::new(session).commit().await?;
    Ok(done)
}

#[cold]
fn too_long(limit: Duration) -> Error {
    Error::new(Kind::Timeout, format!("the statement took longer than {} ms, and is stopped", limit.as_millis()))
}

#[cfg(test)]
mod tests {
    /// Each is one allocation. Up to 1,032 bytes glibc has some ready in each thread; what is larger it looks for
    /// (<https://sourceware.org/glibc/wiki/MallocInternals>).
    #[cfg(feature = "postgres")]
    #[tokio::test]
    async fn futures_of_statements_are_small() {
        use super::super::postgres::PostgresDriver;
        use super::*;
        use crate::driver::{Operation, ProductName};

        let (backend, options) = Backend::of_url("postgres://me@localhost/db").unwrap();
        let product = Product::new(ProductName::Postgres, "");
        let driver: PostgresDriver =
            Pooled { pool: Pool::new(backend, &options).unwrap(), dialect: Dialect::Postgres, product };
        let statement = Statement::built("", Operation::Other);
        let sink = &mut |_: &mut dyn crate::Row| Ok(());
        let (execute, fetch) = (driver.execute(statement, &[]), driver.fetch(statement, &[], sink));
        let sizes = (size_of_val(&*execute), size_of_val(&*fetch));
        assert!(sizes.0 <= 1_032 && sizes.1 <= 1_032, "{sizes:?}");
    }
}
