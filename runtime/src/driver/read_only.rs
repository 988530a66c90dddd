//! A database for reading only: a replica, where a write would be refused or lost.

use std::sync::Arc;
use std::task::Poll;

use tablewright_schema::Dialect;

use super::{BoxFuture, Capabilities, Done, Driver, PoolState, Product, Session, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// Hands reads on and refuses everything else.
pub(crate) struct ReadOnly(pub(crate) Arc<dyn Driver>);

/// Whether a statement was taken for a read by its first word alone, and may write all the same.
fn is_guess(statement: Statement<'_>) -> bool {
    statement.table.is_none()
}

impl ReadOnly {
    /// A transaction in which the database refuses to write; nothing where it has none.
    async fn reading(&self) -> Result<Option<Box<dyn Session>>> {
        match self.0.begin_with(TransactionOptions::new().read_only()).await {
            Ok(session) => Ok(Some(session)),
            Err(error) if error.kind() == Kind::Unsupported => Ok(None),
            Err(error) => Err(error),
        }
    }
}

#[cold]
fn refused<T>() -> Result<T> {
    Err(Error::new(Kind::Usage, "this database is for reading only; write to the connection it is a replica of"))
}

impl Driver for ReadOnly {
    fn dialect(&self) -> Dialect {
        self.0.dialect()
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        if !statement.is_read {
            return Box::pin(async { refused() });
        }
        if !is_guess(statement) {
            return self.0.execute(statement, params);
        }
        Box::pin(async move {
            let Some(mut session) = self.reading().await? else { return self.0.execute(statement, params).await };
            let done = session.execute(statement, params).await?;
            session.commit().await.map(|()| done)
        })
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        if !statement.is_read {
            return Box::pin(async { refused() });
        }
        if !is_guess(statement) {
            return self.0.fetch(statement, params, sink);
        }
        Box::pin(async move {
            let Some(mut session) = self.reading().await? else { return self.0.fetch(statement, params, sink).await };
            session.fetch(statement, params, sink).await?;
            session.commit().await
        })
    }

    fn execute_many<'a>(&'a self, _: Statement<'a>, _: &'a [Vec<Param<'a>>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async { refused() })
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        match statement.is_read {
            true if is_guess(statement) => Poll::Pending,
            true => self.0.try_execute(statement, params),
            false => Poll::Ready(refused()),
        }
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        match statement.is_read {
            true if is_guess(statement) => Poll::Pending,
            true => self.0.try_fetch(statement, params, sink),
            false => Poll::Ready(refused()),
        }
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
