//! A transaction on a connection of its own.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::many;
use super::pool::PostgresConnector;
use crate::driver::backend::Scope;
use crate::driver::pool::{Lease, in_a_while};
use crate::driver::pooled::RunMany;
use crate::driver::{BoxFuture, Done, Session, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

const MANY: &str = "tablewright_many";

/// Starts a transaction; what is said here ends with it (<https://www.postgresql.org/docs/current/sql-begin.html>).
pub fn begin(options: TransactionOptions) -> Cow<'static, str> {
    let mut sql = Cow::Borrowed("BEGIN");
    if let Some(isolation) = options.isolation {
        sql = Cow::Owned(format!("{sql} ISOLATION LEVEL {}", isolation.words()));
    }
    if options.is_read_only {
        sql.to_mut().push_str(" READ ONLY");
    }
    sql
}

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct PostgresSession {
    lease: Lease<PostgresConnector>,
    /// Whether a statement failed since the start, or since the savepoint that was returned to. The server then answers
    /// COMMIT with a rollback and calls it a success (<https://www.postgresql.org/docs/current/sql-commit.html>).
    may_have_failed: bool,
    /// The depths whose last savepoint is over here and not on the server.
    kept: BTreeSet<u32>,
}

impl PostgresSession {
    /// The session of a connection on which a transaction has begun.
    pub fn new(lease: Lease<PostgresConnector>) -> Self {
        Self { lease, may_have_failed: false, kept: BTreeSet::new() }
    }

    async fn batch(&mut self, sql: &str) -> Result<()> {
        let result = self.lease.start()?.batch(sql).await;
        self.end(result).map(drop)
    }

    fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        self.may_have_failed |= result.is_err();
        self.lease.end(result)
    }

    /// Undoes something, also what a statement did that was cut off.
    async fn undo(&mut self, sql: &str) -> Result<()> {
        let is_cut_off = self.lease.is_cut_off();
        let connection = self.lease.start_undoing()?;
        let settled = if is_cut_off { connection.settle().await } else { Ok(()) };
        let result = match settled {
            Ok(()) => connection.batch(sql).await,
            Err(error) => Err(error),
        };
        self.end(result).map(drop)
    }

    async fn return_by(&mut self, sql: &str) -> Result<()> {
        self.undo(sql).await?;
        self.may_have_failed = false;
        Ok(())
    }
}

fn name(depth: u32) -> String {
    format!("tablewright_{depth}")
}

impl RunMany for PostgresSession {
    async fn run_many(&mut self, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
        let result = match self.lease.start() {
            Ok(connection) => many::run(connection, statement, rows).await,
            Err(error) => Err(error),
        };
        self.end(result)
    }
}

impl Session for PostgresSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let result = self.lease.start()?.execute(statement, params, Scope::Session).await;
            self.end(result)
        })
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start()?.fetch(statement, params, Scope::Session, sink).await;
            self.end(result)
        })
    }

    fn execute_many<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.batch(&format!("SAVEPOINT {MANY}")).await?;
            match self.run_many(statement, params).await {
                Ok(done) => {
                    self.batch(&format!("RELEASE SAVEPOINT {MANY}")).await?;
                    Ok(done)
                }
                Err(error) => {
                    // The statement's error matters more than one of the way back, after which COMMIT is refused.
                    self.return_by(&format!("ROLLBACK TO SAVEPOINT {MANY}; RELEASE SAVEPOINT {MANY}")).await.ok();
                    Err(error)
                }
            }
        })
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let name = name(depth);
            // The server keeps all savepoints of a name, each inside of the one before.
            let release =
                if self.kept.contains(&depth) { format!("RELEASE SAVEPOINT {name}; ") } else { String::new() };
            self.batch(&format!("{release}SAVEPOINT {name}")).await?;
            self.kept.split_off(&depth);
            Ok(())
        })
    }

    /// The server learns of it with the next savepoint of this depth. A message of its own could be cut off, and then it
    /// would not be known whether there is something to return to.
    fn release(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            if self.may_have_failed {
                self.batch("SELECT 1").await?;
                self.may_have_failed = false;
            }
            self.lease.start()?;
            self.lease.end(Ok(()))?;
            self.kept.insert(depth);
            Ok(())
        })
    }

    /// The server keeps it, as when it is released: should this be cut off, it can be returned to once more.
    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.return_by(&format!("ROLLBACK TO SAVEPOINT {}", name(depth))).await?;
            self.kept.split_off(&depth);
            self.kept.insert(depth);
            Ok(())
        })
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            if self.may_have_failed
                && let Err(error) = self.batch("SELECT 1").await
            {
                return Err(match error.kind() {
                    Kind::ConnectionLost => error,
                    _ => {
                        Error::new(Kind::Usage, "a statement of the transaction failed, so that nothing of it was kept")
                            .with_source(error)
                    }
                });
            }
            self.batch("COMMIT").await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            if let Some(undone) = in_a_while(self.lease.is_cut_off(), self.undo("ROLLBACK")).await {
                undone?;
                self.lease.transaction_ended();
            }
            Ok(())
        })
    }
}
