//! What a DAO works over: a database, or a transaction in it.

use std::sync::Arc;
use std::task::Poll;

use tablewright_schema::Dialect;

use crate::driver::{BoxFuture, Done, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A [`Database`](crate::Database) or a [`Transaction`](crate::Transaction).
///
/// The methods are those of [`Driver`](crate::driver::Driver), with spans and, in a transaction, in turn.
pub trait Executor: Send + Sync {
    /// The dialect it speaks.
    fn dialect(&self) -> Dialect;

    /// Runs a statement without rows.
    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>>;

    /// Runs a statement with rows and hands each to the sink.
    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>>;

    /// Runs a statement once for each list of parameters, all or none of them.
    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>>;

    /// Runs the statement at once on this thread, if that is possible.
    fn try_execute(&self, _statement: Statement<'_>, _params: &[Param<'_>]) -> Poll<Result<Done>> {
        Poll::Pending
    }

    /// Runs the statement at once on this thread, if that is possible.
    fn try_fetch(&self, _statement: Statement<'_>, _params: &[Param<'_>], _sink: Sink<'_>) -> Poll<Result<()>> {
        Poll::Pending
    }

    /// Whether all that runs here is one transaction.
    fn is_transaction(&self) -> bool;

    /// Runs several statements as one unit: in a transaction of its own, or between savepoints of the one it is in.
    /// What a DAO needs where an engine has no single statement for the job.
    fn begin_unit(&self) -> BoxFuture<'_, Result<crate::Transaction>>;
}

impl<E: Executor + ?Sized> Executor for Arc<E> {
    fn dialect(&self) -> Dialect {
        (**self).dialect()
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        (**self).execute(statement, params)
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        (**self).fetch(statement, params, sink)
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        (**self).execute_many(statement, params)
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        (**self).try_execute(statement, params)
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        (**self).try_fetch(statement, params, sink)
    }

    fn is_transaction(&self) -> bool {
        (**self).is_transaction()
    }

    fn begin_unit(&self) -> BoxFuture<'_, Result<crate::Transaction>> {
        (**self).begin_unit()
    }
}
