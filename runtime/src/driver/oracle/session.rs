//! A transaction on a connection.

use super::pool::Lease;
use crate::driver::command::Scope;
use crate::driver::{BoxFuture, Done, Session, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct OracleSession {
    lease: Lease,
}

impl OracleSession {
    /// Starts a transaction.
    pub async fn begin(mut lease: Lease) -> Result<Self> {
        let result = lease.start()?.begin().await;
        lease.end(result)?;
        lease.transaction_began();
        Ok(Self { lease })
    }
}

impl Session for OracleSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let result = self.lease.start()?.execute(statement, params, Scope::Session).await;
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
            let result = self.lease.start()?.savepoint(name(depth)).await;
            self.lease.end(result)
        })
    }

    /// The server keeps it until the next of its name, and has no word for less
    /// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SAVEPOINT.html>).
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
            Ok(())
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            let result = self.lease.start_undoing()?.rollback().await;
            self.lease.end(result)?;
            self.lease.transaction_ended();
            Ok(())
        })
    }
}

fn name(depth: u32) -> String {
    format!("tablewright_{depth}")
}
