//! SQLite, inside the process: statements run on the caller's thread, for a change of threads costs more than they do.
//!
//! One connection writes and some read. Nobody waits inside SQLite: a lock that another process holds is waited for in
//! the executor, and write transactions take the lock when they begin, so that it cannot be missing later.

mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod options;
mod pool;
mod rebuild;
mod row;
mod session;
mod time;
mod verb;

use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use tablewright_schema::Dialect;

use self::connection::{Outcome, SqliteConnection};
use self::options::{Location, Mode, Options};
use self::pool::{Access, Lane, Lease, Patience};
use self::session::SqliteSession;
use super::{
    BoxFuture, Done, Driver, Limits, PoolState, Product, ProductName, Session, Sink, Statement, TransactionOptions,
};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// A SQLite database.
pub struct SqliteDriver {
    writer: Arc<Lane>,
    /// Absent for a database in memory, which only one connection can see.
    readers: Option<Arc<Lane>>,
    options: Options,
    product: Product,
}

impl SqliteDriver {
    /// Opens the database of a URL; see [`Database::connect`](crate::Database::connect).
    ///
    /// # Errors
    /// Of kind `Config` if the URL is wrong, of kind `Connect` if the file cannot be opened.
    pub fn open(url: &str) -> Result<Self> {
        let options = Options::parse(url)?;
        let access = if options.mode == Mode::ReadOnly { Access::Read } else { Access::Write };
        let writer = Lane::new(vec![pool::open(&options, access)?], access);
        let readers = match options.location {
            Location::Memory => None,
            Location::File(_) => {
                let readers = (0..options.readers).map(|_| pool::open(&options, Access::Read));
                Some(Lane::new(readers.collect::<Result<Vec<_>>>()?, Access::Read))
            }
        };
        let product = Product::new(ProductName::Sqlite, rusqlite::version());
        Ok(Self { writer, readers, options, product })
    }

    fn lane(&self, statement: Statement<'_>) -> &Arc<Lane> {
        match &self.readers {
            Some(readers) if statement.is_read => readers,
            _ => &self.writer,
        }
    }

    async fn take(&self, statement: Statement<'_>) -> Result<Lease> {
        self.lane(statement).take(self.options.acquire_timeout).await
    }

    /// Runs something until no other process is in the way.
    async fn patiently<T>(
        &self,
        statement: Statement<'_>,
        patience: Duration,
        run: impl FnMut(&mut SqliteConnection) -> Outcome<T>,
    ) -> Result<T> {
        // A loop of hand-written statements that are always ready would never let another task run.
        tokio::task::coop::consume_budget().await;
        unhindered(self.take(statement).await?, patience, run).await
    }
}

/// Runs something on a connection until no other process is in the way.
async fn unhindered<T>(
    mut lease: Lease,
    patience: Duration,
    mut run: impl FnMut(&mut SqliteConnection) -> Outcome<T>,
) -> Result<T> {
    let mut patience = Patience::new(patience);
    loop {
        match lease.with(&mut run) {
            Outcome::Ran(result) => return result,
            Outcome::Busy => patience.wait().await?,
        }
    }
}

impl Driver for SqliteDriver {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn product(&self) -> Option<&Product> {
        Some(&self.product)
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        let patience = self.options.busy_timeout;
        Box::pin(self.patiently(statement, patience, move |connection| connection.execute(statement, params)))
    }

    /// A statement has the thread until it is done: it has no limit of its own.
    fn change<'a>(&'a self, statement: Statement<'a>, limits: Limits) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut lease = self.take(statement).await?;
            // It may be a `PRAGMA`, and whoever writes next has the same connection.
            lease.may_be_set();
            unhindered(lease, limits.lock, move |connection| connection.execute(statement, &[])).await
        })
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        let patience = self.options.busy_timeout;
        Box::pin(self.patiently(statement, patience, move |connection| connection.fetch(statement, params, &mut *sink)))
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut session = self.start().await?;
            let done = session.run_many(statement, params).await?;
            Box::new(session).commit().await?;
            Ok(done)
        })
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        let Some(mut lease) = self.lane(statement).try_take() else { return Poll::Pending };
        ready(lease.with(|connection| connection.execute(statement, params)))
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        let Some(mut lease) = self.lane(statement).try_take() else { return Poll::Pending };
        ready(lease.with(|connection| connection.fetch(statement, params, sink)))
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { Ok(Box::new(self.start().await?) as Box<dyn Session>) })
    }

    /// There is one level, the strictest. What only reads takes a connection of those that read, if there are some: nobody waits
    /// for it.
    fn begin_with(&self, options: TransactionOptions) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            if !options.is_read_only {
                return self.begin().await;
            }
            let lane = self.readers.as_ref().unwrap_or(&self.writer);
            let session = SqliteSession::begin_reading(
                lane.take(self.options.acquire_timeout).await?,
                self.options.busy_timeout,
            )?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    fn begin_changes(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            let lease = self.writer.take(limits.lock).await.map_err(busy)?;
            let session = SqliteSession::begin_changes(lease, limits.lock, self.options.mode).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    fn begin_rows(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async move {
            let lease = self.writer.take(limits.lock).await.map_err(busy)?;
            let session = SqliteSession::begin_rows(lease, limits.lock, self.options.mode).await?;
            Ok(Box::new(session) as Box<dyn Session>)
        })
    }

    /// The connection that writes, and those that read.
    fn pool(&self) -> Option<PoolState> {
        let (writer, readers) = (self.writer.state(), self.readers.as_ref().map(|readers| readers.state()));
        Some(readers.map_or(writer, |readers| {
            let (most, open) = (writer.most + readers.most, writer.open + readers.open);
            PoolState::new(most, open, writer.idle + readers.idle, writer.waiting + readers.waiting)
        }))
    }

    fn close(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async {
            if let Some(readers) = &self.readers {
                drop(readers.close().await);
            }
            for mut connection in self.writer.close().await {
                if self.options.mode != Mode::ReadOnly {
                    // Keeps the statistics of the query planner fresh (https://www.sqlite.org/pragma.html#pragma_optimize).
                    connection.batch("PRAGMA optimize");
                }
            }
            Ok(())
        })
    }
}

impl SqliteDriver {
    async fn start(&self) -> Result<SqliteSession> {
        let lease = self.writer.take(self.options.acquire_timeout).await?;
        SqliteSession::begin(lease, self.options.busy_timeout, self.options.mode).await
    }
}

/// In a program that writes, the connection that does is the lock.
fn busy(error: Error) -> Error {
    match error.kind() {
        Kind::Timeout => Error::new(Kind::Busy, "another transaction of this program is writing; nothing was changed"),
        _ => error,
    }
}

fn ready<T>(outcome: Outcome<T>) -> Poll<Result<T>> {
    match outcome {
        Outcome::Ran(result) => Poll::Ready(result),
        Outcome::Busy => Poll::Pending,
    }
}
