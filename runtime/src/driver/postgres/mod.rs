//! PostgreSQL 13 and newer, through sqlx's connections in a pool of our own.
//!
//! Everything goes through the binary protocol and is read where it lies in the message. Static statements stay prepared;
//! built ones do when they come back.

mod bind;
mod connection;
mod constraint;
mod copy;
mod decimal;
mod error;
mod limits;
mod many;
mod options;
mod pool;
mod row;
mod session;
mod time;
mod types;
mod verb;
mod wire;

use tablewright_schema::Dialect;

use self::connection::PostgresConnection;
use self::options::Options;
use self::pool::PostgresConnector;
use self::session::{PostgresSession, begin};
use super::backend::{Backend, Scope};
use super::pool::{Lease, PoolOptions};
use super::pooled::{self, Pooled};
use super::{Done, Isolation, Limits, Product, Sink, Statement, TransactionOptions};
use crate::error::Result;
use crate::param::Param;

/// A PostgreSQL database.
pub type PostgresDriver = Pooled<PostgresConnector>;

impl Backend for PostgresConnector {
    type Session = PostgresSession;

    /// Those of a transaction are its own.
    const LIMITS_STAY: bool = false;

    fn of_url(url: &str) -> Result<(Self, PoolOptions)> {
        let options = Options::parse(url)?;
        Ok((Self::new(&options), options.pool))
    }

    fn identity(connection: &PostgresConnection) -> (Dialect, Product) {
        (Dialect::Postgres, connection.product.clone())
    }

    fn execute(
        connection: &mut PostgresConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
    ) -> impl Future<Output = Result<Done>> + Send {
        connection.execute(statement, params, scope)
    }

    fn fetch(
        connection: &mut PostgresConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
        sink: Sink<'_>,
    ) -> impl Future<Output = Result<()>> + Send {
        connection.fetch(statement, params, scope, sink)
    }

    fn execute_many(
        driver: &PostgresDriver,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send {
        pooled::many_in_transaction(driver, statement, rows)
    }

    async fn begin(connection: &mut PostgresConnection, options: TransactionOptions) -> Result<()> {
        connection.batch(&begin(options)).await.map(drop)
    }

    async fn begin_within(connection: &mut PostgresConnection, limits: Limits) -> Result<()> {
        // Whatever an administrator made the default: what others commit while it waits for a lock is seen after it.
        let begin = begin(TransactionOptions::new().isolation(Isolation::ReadCommitted));
        connection.batch(&format!("{begin}; {}", limits::in_transaction(limits))).await.map(drop)
    }

    fn session(lease: Lease<Self>, _: TransactionOptions) -> Result<PostgresSession> {
        Ok(PostgresSession::new(lease))
    }

    async fn limit(connection: &mut PostgresConnection, limits: Limits) -> Result<()> {
        connection.batch(&limits::in_session(limits)).await.map(drop)
    }
}
