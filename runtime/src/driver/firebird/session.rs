//! A transaction on a connection.

use super::pool::{FirebirdConnector, Lease};
use super::statement::{changes_tables, is_ddl};
use crate::driver::command::Scope;
use crate::driver::{BoxFuture, Done, Limits, Session, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct FirebirdSession {
    lease: Lease,
    connector: FirebirdConnector,
    /// Whether limits hold on the connection, which are taken back at the end.
    is_limited: bool,
}

impl FirebirdSession {
    /// Starts a transaction within limits, on a connection that nobody has before they are taken back.
    pub async fn begin_within(mut lease: Lease, connector: FirebirdConnector, limits: Limits) -> Result<Self> {
        lease.retire();
        let limited = lease.start()?.limit(limits).await;
        lease.end(limited)?;
        let session = Self::begin(lease, connector).await?;
        Ok(Self { is_limited: true, ..session })
    }

    /// Starts a transaction.
    pub async fn begin(mut lease: Lease, connector: FirebirdConnector) -> Result<Self> {
        let result = lease.start()?.begin().await;
        lease.end(result)?;
        lease.transaction_began();
        Ok(Self { lease, connector, is_limited: false })
    }

    /// Lets others have the connection, unless its limits stay: then it is closed.
    async fn lift_limits(&mut self) {
        if !self.is_limited {
            return;
        }
        let Ok(connection) = self.lease.start() else { return };
        let lifted = connection.lift_limits().await;
        if self.lease.end(lifted).is_ok() {
            self.lease.keep();
        }
    }
}

impl Session for FirebirdSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            if is_ddl(statement) {
                self.connector.forget_statements().await;
            }
            let connection = self.lease.start()?;
            let result = connection.execute(statement, params, Scope::Session).await;
            if changes_tables(statement) {
                self.connector.schema_changed(connection);
            }
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
            let result = self.lease.start()?.fetch(statement, params, Scope::Session, sink).await;
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
            let result = self.lease.start()?.savepoint(format!("SAVEPOINT {}", name(depth))).await;
            self.lease.end(result)
        })
    }

    /// The server keeps it until the next of its name
    /// (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-transacs-savepoint>).
    /// A message could be cut off, and then it would not be known whether there is something to return to.
    fn release(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        let settled = self.lease.start().map(drop).and_then(|()| self.lease.end(Ok(())));
        Box::pin(async { settled })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start_undoing()?.rollback_to(name(depth)).await;
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
            self.lease.end(result)?;
            self.lease.transaction_ended();
            self.lift_limits().await;
            Ok(())
        })
    }
}

fn name(depth: u32) -> String {
    format!("tablewright_{depth}")
}
