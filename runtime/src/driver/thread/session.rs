//! A transaction on a connection whose client blocks.

use super::connection::{BlockingClient, ThreadConnection};
use crate::driver::backend::{Backend, Scope};
use crate::driver::pool::{Connector, Lease};
use crate::driver::pooled::Pooled;
use crate::driver::{BoxFuture, Done, Session, Sink, Statement};
use crate::error::{Kind, Result};
use crate::param::Param;

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct ThreadSession<B: Backend> {
    lease: Lease<B>,
}

impl<B: Backend> ThreadSession<B> {
    /// The session of a connection on which a transaction has begun.
    pub fn new(lease: Lease<B>) -> Self {
        Self { lease }
    }

    /// Lets others have the connection, unless it has limits that stay: then it is closed.
    async fn lift_limits(&mut self) {
        if !self.lease.is_retired() {
            return;
        }
        let Ok(connection) = self.lease.start() else { return };
        let lifted = B::lift_limits(connection).await;
        if matches!(self.lease.end(lifted), Ok(true)) {
            self.lease.keep();
        }
    }
}

/// Runs a statement for each list of parameters outside of a transaction: the thread has one for all of them.
pub async fn execute_many<B, C>(driver: &Pooled<B>, statement: Statement<'_>, rows: &[Vec<Param<'_>>]) -> Result<Done>
where
    B: Backend + Connector<Connection = ThreadConnection<C>>,
    C: BlockingClient,
{
    let mut lease = driver.connections().take().await?;
    let result = lease.start()?.execute_many(statement, rows, Scope::Alone).await;
    lease.end(result)
}

impl<B, C> Session for ThreadSession<B>
where
    B: Backend + Connector<Connection = ThreadConnection<C>>,
    C: BlockingClient,
{
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.lease.connector().make_way(statement).await;
            let result = B::execute(self.lease.start()?, statement, params, Scope::Session).await;
            self.lease.end(result)
        })
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let result = B::fetch(self.lease.start()?, statement, params, Scope::Session, sink).await;
            self.lease.end(result)
        })
    }

    fn execute_many<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let result = self.lease.start()?.execute_many(statement, params, Scope::Session).await;
            self.lease.end(result)
        })
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start()?.savepoint(depth).await;
            self.lease.end(result)
        })
    }

    /// The server keeps it until the next of its name, on Firebird
    /// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-transacs-savepoint>)
    /// and on Oracle (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SAVEPOINT.html>). A message could be
    /// cut off, and then it would not be known whether there is something to return to.
    fn release(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        let settled = self.lease.start().map(drop).and_then(|()| self.lease.end(Ok(())));
        Box::pin(async { settled })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start_undoing()?.rollback_to(depth).await;
            self.lease.end(result)
        })
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start()?.commit().await;
            self.lease.end(result)?;
            self.lease.transaction_ended();
            self.lift_limits().await;
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start_undoing()?.rollback().await;
            let result = self.lease.end(result);
            if let Err(error) = &result
                && error.kind() != Kind::Unsupported
            {
                return result;
            }
            self.lease.transaction_ended();
            self.lift_limits().await;
            result
        })
    }
}
