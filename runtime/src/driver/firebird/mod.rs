//! Firebird 4 and newer, over the network. The client blocks, so that each connection lives on a thread of its own.
//!
//! - A statement outside of a transaction runs in one of its own; those that only read share one for up to a second.
//! - Transactions are READ COMMITTED READ CONSISTENCY if nothing else is asked for, and wait for locks as long as `lock_timeout` says. A deadlock ends
//!   no sooner, and is told as [`Serialization`](crate::Kind::Serialization), for the server tells it so.
//! - What changes the schema is a transaction of its own, also inside of another one, and is committed before the next
//!   statement of another kind: Firebird cannot use in a transaction what was changed in it.
//! - Times are cut to tenths of a millisecond, the finest Firebird keeps.

mod attachment;
mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod many;
mod options;
mod pool;
mod row;
mod serializable;
mod statement;
mod time;

use tablewright_schema::Dialect;

use self::connection::FirebirdConnection;
use self::options::Options;
use self::pool::FirebirdConnector;
use self::statement::is_ddl;
use super::backend::{Backend, Scope};
use super::pool::{Lease, PoolOptions};
use super::pooled::Pooled;
use super::thread::{self, ThreadSession};
use super::{Done, Limits, Product, Sink, Statement, TransactionOptions};
use crate::error::Result;
use crate::param::Param;

/// A Firebird database.
pub type FirebirdDriver = Pooled<FirebirdConnector>;

impl Backend for FirebirdConnector {
    type Session = ThreadSession<Self>;

    fn of_url(url: &str) -> Result<(Self, PoolOptions)> {
        let options = Options::parse(url)?;
        let pool = options.pool.clone();
        Ok((Self::new(options), pool))
    }

    fn identity(connection: &FirebirdConnection) -> (Dialect, Product) {
        (Dialect::Firebird, connection.identity.product.clone())
    }

    async fn make_way(&self, statement: Statement<'_>) {
        if is_ddl(statement) {
            self.forget_statements().await;
        }
    }

    fn execute(
        connection: &mut FirebirdConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
    ) -> impl Future<Output = Result<Done>> + Send {
        connection.execute(statement, params, scope)
    }

    fn fetch(
        connection: &mut FirebirdConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
        sink: Sink<'_>,
    ) -> impl Future<Output = Result<()>> + Send {
        connection.fetch(statement, params, scope, sink)
    }

    fn execute_many(
        driver: &FirebirdDriver,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send {
        thread::execute_many(driver, statement, rows)
    }

    fn begin(
        connection: &mut FirebirdConnection,
        options: TransactionOptions,
    ) -> impl Future<Output = Result<()>> + Send {
        connection.begin(options)
    }

    fn session(lease: Lease<Self>, _: TransactionOptions) -> Result<Self::Session> {
        Ok(ThreadSession::new(lease))
    }

    fn limit(connection: &mut FirebirdConnection, limits: Limits) -> impl Future<Output = Result<()>> + Send {
        connection.limit(limits)
    }

    async fn lift_limits(connection: &mut FirebirdConnection) -> Result<bool> {
        connection.lift_limits().await.map(|()| true)
    }
}
