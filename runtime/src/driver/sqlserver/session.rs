//! A transaction on a connection of its own.

use super::connection::SqlServerConnection;
use super::error::is_of_server;
use super::many;
use super::pool::{ROLLBACK, SqlServerConnector};
use super::verb::refuse_if_ours;
use crate::driver::pool::Lease;
use crate::driver::pooled::RunMany;
use crate::driver::{BoxFuture, Done, Session, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// At most 32 characters (<https://learn.microsoft.com/sql/t-sql/language-elements/save-transaction-transact-sql>).
const MANY: &str = "tablewright_many";

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct SqlServerSession {
    lease: Lease<SqlServerConnector>,
    /// Whether the server undid all of it.
    is_undone: bool,
}

impl SqlServerSession {
    /// The session of a connection on which a transaction has begun.
    pub fn new(lease: Lease<SqlServerConnector>) -> Self {
        Self { lease, is_undone: false }
    }

    fn ready(&mut self, statement: Statement<'_>) -> Result<&mut SqlServerConnection> {
        refuse_if_ours(statement)?;
        self.check()?;
        self.lease.start()
    }

    /// # Errors
    /// Of kind `Usage` if the server undid everything: what follows would be committed one by one.
    fn check(&self) -> Result<()> {
        if !self.is_undone {
            return Ok(());
        }
        let message = "the server undid the transaction when a statement of it failed: nothing of it was kept";
        Err(Error::new(Kind::Usage, message))
    }

    /// After an error it is for the server to say whether the transaction is still there: which errors undo all of it is
    /// written nowhere (<https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql>).
    async fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        let Err(error) = &result else { return self.lease.end(result) };
        if is_of_server(error) && error.kind() != Kind::ConnectionLost || error.kind() == Kind::Timeout {
            match self.lease.start_undoing()?.is_in_transaction().await {
                Ok(is_open) => self.is_undone = !is_open,
                // The connection goes, and the transaction with it. The first error matters more.
                Err(broken) => {
                    self.is_undone = true;
                    self.lease.end::<()>(Err(broken)).ok();
                }
            }
        }
        self.lease.end(result)
    }

    async fn batch(&mut self, sql: &str) -> Result<()> {
        self.check()?;
        let result = self.lease.start()?.batch(sql).await;
        self.end(result).await
    }

    /// Undoes all of it, or what was done since a savepoint, also what a statement did that was cut off.
    async fn undo(&mut self, savepoint: Option<&str>) -> Result<()> {
        let is_cut_off = self.lease.is_cut_off();
        let connection = self.lease.start_undoing()?;
        let settled = if is_cut_off { connection.settle().await } else { Ok(()) };
        let result = match settled {
            Ok(()) => match savepoint {
                None => connection.end(ROLLBACK).await,
                Some(savepoint) => connection.batch(&format!("ROLLBACK TRANSACTION {savepoint}")).await,
            },
            Err(error) => Err(error),
        };
        self.end(result).await
    }

    async fn return_to(&mut self, savepoint: &str) -> Result<()> {
        self.check()?;
        self.undo(Some(savepoint)).await
    }
}

impl RunMany for SqlServerSession {
    async fn run_many(&mut self, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
        let connection = self.ready(statement)?;
        let result = many::run(connection, statement, rows).await;
        self.end(result).await
    }
}

impl Session for SqlServerSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let result = self.ready(statement)?.execute(statement, params).await;
            self.end(result).await
        })
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let result = self.ready(statement)?.fetch(statement, params, sink).await;
            self.end(result).await
        })
    }

    fn execute_many<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.batch(&format!("SAVE TRANSACTION {MANY}")).await?;
            match self.run_many(statement, params).await {
                Ok(done) => Ok(done),
                Err(error) => {
                    // The statement's error matters more than one of the way back. What was half done is never committed.
                    if self.return_to(MANY).await.is_err() {
                        self.is_undone = true;
                    }
                    Err(error)
                }
            }
        })
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.batch(&format!("SAVE TRANSACTION tablewright_{depth}")).await })
    }

    /// The server keeps it until the next of its name, and has no word for less.
    fn release(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        let standing = self.check();
        Box::pin(async { standing })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.return_to(&format!("tablewright_{depth}")).await })
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.check()?;
            let result = self.lease.start()?.end("COMMIT TRANSACTION").await;
            self.end(result).await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.undo(None).await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }
}
