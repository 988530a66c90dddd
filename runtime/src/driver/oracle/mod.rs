//! Oracle Database 19c and newer, over the network. The client blocks, so that each connection lives on a thread of its own.
//!
//! **It has never spoken to a server**: none can be had where this is built. It is tried on a listener that answers by hand
//! (`tests/tests/fake_oracle.rs`), and its conversions by themselves.
//!
//! - A statement outside of a transaction is committed by a message of its own, for the client has none that does both.
//! - An empty text is NULL, as the server has it.
//! - A statement whose caller went away goes on until the server has done it, and is undone then; whoever may cancel
//!   statements of the server (`ALTER SYSTEM`) has it cancelled.
//! - The client panics on some answers that no server gives. While connecting that is an error like any other; later it ends the
//!   connection's thread, and with it the connection.

mod bind;
mod client;
mod connection;
mod constraint;
mod decimal;
mod error;
mod limits;
mod options;
mod pool;
mod returning;
mod row;
mod time;
mod verb;

use std::time::Duration;

use tablewright_schema::Dialect;

use self::connection::OracleConnection;
use self::options::Options;
use self::pool::OracleConnector;
use super::backend::{Backend, Scope};
use super::pool::{Lease, PoolOptions};
use super::pooled::Pooled;
use super::thread::{self, ThreadSession};
use super::{Done, Limits, Product, Sink, Statement, TransactionOptions};
use crate::error::Result;
use crate::param::Param;

/// An Oracle database.
pub type OracleDriver = Pooled<OracleConnector>;

impl Backend for OracleConnector {
    type Session = ThreadSession<Self>;

    fn of_url(url: &str) -> Result<(Self, PoolOptions)> {
        let options = Options::parse(url)?;
        let pool = options.pool.clone();
        Ok((Self::new(options), pool))
    }

    fn identity(connection: &OracleConnection) -> (Dialect, Product) {
        (Dialect::Oracle, connection.identity.product.clone())
    }

    fn execute(
        connection: &mut OracleConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
    ) -> impl Future<Output = Result<Done>> + Send {
        connection.execute(statement, params, scope)
    }

    fn fetch(
        connection: &mut OracleConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
        sink: Sink<'_>,
    ) -> impl Future<Output = Result<()>> + Send {
        connection.fetch(statement, params, scope, sink)
    }

    fn execute_many(
        driver: &OracleDriver,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send {
        thread::execute_many(driver, statement, rows)
    }

    fn begin(
        connection: &mut OracleConnection,
        options: TransactionOptions,
    ) -> impl Future<Output = Result<()>> + Send {
        connection.begin(options)
    }

    fn session(lease: Lease<Self>, _: TransactionOptions) -> Result<Self::Session> {
        Ok(ThreadSession::new(lease))
    }

    fn limit(connection: &mut OracleConnection, limits: Limits) -> impl Future<Output = Result<()>> + Send {
        connection.limit(limits)
    }

    /// The server has no limit for how long a statement runs.
    fn patience(_: &OracleConnection, limits: Limits) -> Option<Duration> {
        Some(limits.statement)
    }
}
