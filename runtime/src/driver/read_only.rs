//! A database for reading only: a replica, where a write would be refused or lost.

use std::sync::Arc;
use std::task::Poll;

use tablewright_schema::Dialect;

use super::{BoxFuture, Capabilities, Done, Driver, PoolState, Product, Session, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// Hands reads on and refuses everything else.
pub(crate) struct ReadOnly(pub(crate) Arc<dyn Driver>);

#[cold]
fn refused<T>() -> Result<T> {
    Err(Error::new(Kind::Usage, "this database is for reading only; write to the connection it is a replica of"))
}

impl Driver for ReadOnly {
    fn dialect(&self) -> Dialect {
        self.0.dialect()
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        if statement.is_read { self.0.execute(statement, params) } else { Box::pin(async { refused() }) }
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        if statement.is_read { self.0.fetch(statement, params, sink) } else { Box::pin(async { refused() }) }
    }

    fn execute_many<'a>(&'a self, _: Statement<'a>, _: &'a [Vec<Param<'a>>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async { refused() })
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        if statement.is_read { self.0.try_execute(statement, params) } else { Poll::Ready(refused()) }
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        if statement.is_read { self.0.try_fetch(statement, params, sink) } else { Poll::Ready(refused()) }
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        Box::pin(async { refused() })
    }

    fn begin_with(&self, options: TransactionOptions) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        if options.is_read_only { self.0.begin_with(options) } else { self.begin() }
    }

    fn close(&self) -> BoxFuture<'_, Result<()>> {
        self.0.close()
    }

    fn pool(&self) -> Option<PoolState> {
        self.0.pool()
    }

    fn product(&self) -> Option<&Product> {
        self.0.product()
    }

    fn capabilities(&self) -> Capabilities {
        self.0.capabilities()
    }
}
