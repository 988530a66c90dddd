//! A transaction on a connection of its own.

use std::borrow::Cow;

use super::connection::{EACH_ALONE, IS_ENDED, NO_CHAIN};
use super::error::{is_in_transaction, is_without_savepoint, undoes_all};
use super::many;
use super::pool::MysqlConnector;
use super::server::Server;
use super::verb::Verb;
use crate::driver::pool::{Lease, in_a_while};
use crate::driver::pooled::RunMany;
use crate::driver::standing::{Savepoint, Standing, partly_permanent};
use crate::driver::{BoxFuture, Done, Session, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

const MANY: &str = "tablewright_many";
/// Set before something is called: it goes with the transaction that it is set in
/// (<https://dev.mysql.com/doc/refman/8.4/en/savepoint.html>).
const MARK: &str = "SAVEPOINT tablewright_call";
/// Forgets it, or is refused if it is not there.
const UNMARK: &str = "RELEASE SAVEPOINT tablewright_call";

/// Starts a transaction. The level is that of the next transaction on the connection and of no other
/// (<https://dev.mysql.com/doc/refman/8.4/en/set-transaction.html>,
/// <https://mariadb.com/docs/server/reference/sql-statements/transactions/set-transaction>).
pub fn begin(options: TransactionOptions) -> Cow<'static, str> {
    let start = if options.is_read_only { "START TRANSACTION READ ONLY" } else { "START TRANSACTION" };
    match options.isolation {
        None => Cow::Borrowed(start),
        Some(isolation) => Cow::Owned(format!("SET TRANSACTION ISOLATION LEVEL {}; {start}", isolation.words())),
    }
}

/// How a transaction stood before a statement that may commit it.
struct Before {
    standing: Standing,
    verb: Verb,
}

impl Before {
    /// Whether what was called failed so that the server undid all. A change of the schema has committed before it can.
    fn is_undone(&self, error: &Error, server: &Server) -> bool {
        self.verb == Verb::Calls && undoes_all(error, server)
    }
}

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct MysqlSession {
    lease: Lease<MysqlConnector>,
    standing: Standing,
    /// How it stood before a statement that may commit it and has not ended.
    before: Option<Before>,
    /// Whether something was called, which may have changed how transactions end.
    has_called: bool,
    is_read_only: bool,
    server: Server,
    /// What begins it, again where a change of the schema has ended it.
    begin: Cow<'static, str>,
}

impl MysqlSession {
    /// The session of a connection on which a transaction has begun.
    pub fn new(mut lease: Lease<MysqlConnector>, options: TransactionOptions) -> Result<Self> {
        let server = lease.start()?.server;
        lease.end(Ok(()))?;
        let (standing, is_read_only) = (Standing::default(), options.is_read_only);
        Ok(Self { lease, standing, before: None, has_called: false, is_read_only, server, begin: begin(options) })
    }

    /// Refuses what a transaction does not take, and remembers how it stands before a statement that may commit it.
    async fn before(&mut self, statement: Statement<'_>) -> Result<()> {
        self.standing.check()?;
        let verb = Verb::of(statement);
        verb.refuse_if_ours()?;
        if self.is_read_only && matches!(verb, Verb::Commits | Verb::Locks) {
            // The server would end the transaction, and do it.
            let message = "the statement writes or locks, and the transaction is for reading only";
            return Err(Error::new(Kind::Unsupported, message));
        }
        if verb == Verb::Calls {
            Box::pin(self.batch(MARK)).await?;
            self.has_called = true;
        }
        if matches!(verb, Verb::Commits | Verb::Locks | Verb::Calls) && !self.lease.is_cut_off() {
            self.before = Some(Before { standing: self.standing.clone(), verb });
            // Should nobody wait for its end, and nobody ask, it counts as done.
            self.standing.schema_changes();
        }
        Ok(())
    }

    async fn after<T>(&mut self, result: Result<T>) -> Result<T> {
        let Some(before) = self.before.take() else { return self.end(result) };
        let result = self.lease.end(result);
        match &result {
            Err(error) if error.kind() == Kind::ConnectionLost => {}
            Err(error) if before.is_undone(error, &self.server) => {
                self.standing = before.standing;
                self.standing.undone();
            }
            // What follows is a unit of its own.
            Ok(_) => {
                let begin = format!("; {}", self.begin);
                if self.goes_on(before.verb, &begin).await? {
                    self.standing = before.standing;
                }
            }
            // One that was refused before it began has ended nothing, and one that was begun has. The server knows.
            Err(_) => match self.goes_on(before.verb, "").await {
                Ok(true) => self.standing = before.standing,
                Ok(false) | Err(_) => self.standing.failed_changing(),
            },
        }
        result
    }

    /// Whether the transaction goes on that was open before such a statement. If it has ended, and what was called has begun no
    /// other, this runs.
    async fn goes_on(&mut self, verb: Verb, otherwise: &str) -> Result<bool> {
        let calls = verb == Verb::Calls;
        if calls {
            match self.ask(UNMARK).await {
                Err(error) if is_without_savepoint(&error) => {}
                result => return result.map(|()| true),
            }
        }
        // What was called may have locked the whole server.
        let unlock = if calls { "UNLOCK TABLES; " } else { "" };
        match self.ask(&format!("{unlock}{IS_ENDED}{otherwise}")).await {
            Err(error) if is_in_transaction(&error) => Ok(!calls),
            result => result.map(|()| false),
        }
    }

    /// After a statement that may commit the transaction and was cut off: whether it has, the server knows.
    async fn find_out(&mut self) -> Result<()> {
        if !self.lease.is_cut_off() {
            return Ok(());
        }
        let Some(before) = self.before.take() else { return Ok(()) };
        let connection = self.lease.start_undoing()?;
        let settled = connection.settle().await;
        if matches!(&settled, Err(error) if error.kind() == Kind::ConnectionLost) {
            return self.lease.end(settled);
        }
        self.lease.end(Ok(()))?;
        if let Err(error) = &settled
            && before.is_undone(error, &self.server)
        {
            self.standing = before.standing;
            self.standing.undone();
        } else if matches!(self.goes_on(before.verb, "").await, Ok(true)) {
            self.standing = before.standing;
        }
        Ok(())
    }

    /// What ends the transaction, so that the next one on the connection is not begun by itself.
    fn ending(&self, end: &'static str) -> Cow<'static, str> {
        if self.has_called { Cow::Owned(format!("{NO_CHAIN}; {end}; {EACH_ALONE}")) } else { Cow::Borrowed(end) }
    }

    async fn ask(&mut self, sql: &str) -> Result<()> {
        let result = self.lease.start()?.batch(sql).await;
        self.lease.end(result).map(drop)
    }

    async fn batch(&mut self, sql: &str) -> Result<()> {
        self.standing.check()?;
        let result = self.lease.start()?.batch(sql).await;
        self.end(result).map(drop)
    }

    fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        if let Err(error) = &result {
            self.note(error);
        }
        self.lease.end(result)
    }

    fn note(&mut self, error: &Error) {
        if undoes_all(error, &self.server) {
            self.standing.undone();
        }
    }

    /// Undoes something, also what a statement did that was cut off.
    async fn undo(&mut self, sql: &str) -> Result<()> {
        let is_cut_off = self.lease.is_cut_off();
        let connection = self.lease.start_undoing()?;
        let settled = if is_cut_off { connection.settle().await } else { Ok(()) };
        let result = match settled {
            Err(error) if error.kind() == Kind::ConnectionLost => Err(error),
            Err(error) => {
                let result = connection.batch(sql).await.map(drop);
                self.note(&error);
                result
            }
            Ok(()) => connection.batch(sql).await.map(drop),
        };
        self.end(result)
    }

    async fn return_to(&mut self, savepoint: &str) -> Result<()> {
        self.undo(&format!("ROLLBACK TO SAVEPOINT {savepoint}")).await?;
        self.standing.check()
    }
}

impl RunMany for MysqlSession {
    async fn run_many(&mut self, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done> {
        self.before(statement).await?;
        let result = many::run(self.lease.start()?, statement, rows).await;
        self.after(result).await
    }
}

impl Session for MysqlSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.before(statement).await?;
            let result = self.lease.start()?.execute(statement, params).await;
            self.after(result).await
        })
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            self.before(statement).await?;
            let result = self.lease.start()?.fetch(statement, params, sink).await;
            self.after(result).await
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
                Ok(done) => Ok(done),
                Err(error) => {
                    // The statement's error matters more than one of the way back.
                    if self.standing.check().is_ok() && self.return_to(MANY).await.is_err() {
                        // What was half done is never committed.
                        self.standing.undone();
                    }
                    Err(error)
                }
            }
        })
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.batch(&format!("SAVEPOINT tablewright_{depth}")).await?;
            self.standing.savepoint(depth);
            Ok(())
        })
    }

    /// The server keeps it until the next of its name (<https://dev.mysql.com/doc/refman/8.4/en/savepoint.html>). A message
    /// could be cut off, and then it would not be known whether there is something to return to.
    fn release(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        self.standing.leave(depth);
        let standing = self.standing.check();
        Box::pin(async { standing })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            self.find_out().await?;
            self.standing.check()?;
            match self.standing.leave(depth) {
                Savepoint::Kept => self.return_to(&format!("tablewright_{depth}")).await,
                Savepoint::Gone => {
                    self.undo(&format!("ROLLBACK; {}", self.begin)).await?;
                    Err(partly_permanent())
                }
            }
        })
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.batch(&self.ending("COMMIT")).await?;
            self.lease.transaction_ended();
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.find_out().await?;
            let (is_cut_off, end) = (self.lease.is_cut_off(), self.ending("ROLLBACK"));
            if let Some(undone) = in_a_while(is_cut_off, self.undo(&end)).await {
                undone?;
                self.lease.transaction_ended();
            }
            self.standing.rolled_back()
        })
    }
}
