//! A transaction on a connection of its own.

use super::connection::SqlServerConnection;
use super::error::is_of_server;
use super::many;
use super::pool::{ROLLBACK, SqlServerConnector};
use super::verb::{may_end_or_begin, refuse_if_ours};
use crate::driver::pool::Lease;
use crate::driver::pooled::RunMany;
use crate::driver::{BoxFuture, Done, Session, Sink, Statement, of_commit};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// At most 32 characters (<https://learn.microsoft.com/sql/t-sql/language-elements/save-transaction-transact-sql>).
const MANY: &str = "tablewright_many";
/// Ends the transactions that were begun inside of this one and are a part of it: to commit one of them does nothing but to count
/// down (<https://learn.microsoft.com/sql/t-sql/language-elements/commit-transaction-transact-sql>).
const END_INNER: &str = "WHILE @@TRANCOUNT > 1 COMMIT TRANSACTION";

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct SqlServerSession {
    lease: Lease<SqlServerConnector>,
    /// How it ended, if the driver did not end it.
    end: Option<End>,
}

/// How a transaction ended that the driver did not end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// The server undid all of it.
    Undone,
    /// What was called has ended it, one way or the other.
    Called,
}

impl SqlServerSession {
    /// The session of a connection on which a transaction has begun.
    pub fn new(lease: Lease<SqlServerConnector>) -> Self {
        Self { lease, end: None }
    }

    fn ready(&mut self, statement: Statement<'_>) -> Result<&mut SqlServerConnection> {
        refuse_if_ours(statement)?;
        self.check()?;
        self.lease.start()
    }

    /// # Errors
    /// Of kind `Usage` if the server undid everything, of kind `Unsupported` if what was called has ended it: what follows would
    /// be committed one by one.
    fn check(&self) -> Result<()> {
        match self.end {
            None => Ok(()),
            Some(End::Undone) => Err(Error::new(
                Kind::Usage,
                "the server undid the transaction when a statement of it failed: nothing of it was kept",
            )),
            Some(End::Called) => Err(ended_by_call()),
        }
    }

    /// After an error it is for the server to say whether the transaction is still there: which errors undo all of it is
    /// written nowhere (<https://learn.microsoft.com/sql/t-sql/statements/set-xact-abort-transact-sql>).
    async fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        let Err(error) = &result else { return self.lease.end(result) };
        if is_of_server(error) && error.kind() != Kind::ConnectionLost || error.kind() == Kind::Timeout {
            self.ask(End::Undone).await?;
        }
        self.lease.end(result)
    }

    /// The same after a statement of the user's, which may have called something.
    async fn after<T>(&mut self, statement: Statement<'_>, result: Result<T>) -> Result<T> {
        if !may_end_or_begin(statement) {
            return self.end(result).await;
        }
        let end = match &result {
            Err(error) if error.kind() == Kind::ConnectionLost => return self.lease.end(result),
            Err(error) if matches!(error.kind(), Kind::Deadlock | Kind::Serialization) => End::Undone,
            Ok(_) | Err(_) => End::Called,
        };
        self.ask(end).await?;
        let result = self.lease.end(result)?;
        self.check().map(|()| result)
    }

    /// Asks whether the transaction is still there, and notes how it has ended if it is not.
    async fn ask(&mut self, end: End) -> Result<()> {
        let connection = self.lease.start_undoing()?;
        let settled = match connection.open_transactions().await {
            Ok(1) => return Ok(()),
            Ok(0) => {
                self.end = Some(end);
                return Ok(());
            }
            Ok(_) => connection.batch(END_INNER).await,
            Err(broken) => Err(broken),
        };
        if let Err(broken) = settled {
            // The connection goes, and the transaction with it. The first error matters more.
            self.end = Some(End::Undone);
            self.lease.end::<()>(Err(broken)).ok();
        }
        Ok(())
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
                Some(savepoint) => {
                    let end = if is_cut_off { format!("; {END_INNER}") } else { String::new() };
                    connection.batch(&format!("ROLLBACK TRANSACTION {savepoint}{end}")).await
                }
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
        self.after(statement, result).await
    }
}

impl Session for SqlServerSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let result = self.ready(statement)?.execute(statement, params).await;
            self.after(statement, result).await
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
            self.after(statement, result).await
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
                        self.end = Some(End::Undone);
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
            let result = self.lease.start()?.end("COMMIT TRANSACTION").await.map_err(of_commit);
            self.end(result).await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.undo(None).await?;
            self.lease.transaction_ended();
            if self.end == Some(End::Called) { Err(ended_by_call()) } else { Ok(()) }
        })
    }
}

#[cold]
fn ended_by_call() -> Error {
    let message = "what was called has ended the transaction, and whether it made permanent what was before it is not known: \
                   nothing but a rollback follows";
    Error::new(Kind::Unsupported, message)
}
