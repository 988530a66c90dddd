//! MySQL 8.0.17 and newer, and MariaDB 10.6 and newer, through sqlx's connections in a pool of our own.
//!
//! Which of the two it is, the server says. Every statement is prepared and stays so on its connection: closing one would
//! cost the next statement 44 ms (see `connection.rs`).

mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod limits;
mod many;
mod options;
mod pool;
mod row;
mod server;
mod session;
mod time;
mod verb;

use std::time::Duration;

use tablewright_schema::Dialect;

use self::connection::MysqlConnection;
use self::options::Options;
use self::pool::MysqlConnector;
use self::session::{MysqlSession, begin};
use self::verb::Verb;
use super::backend::{Backend, Scope};
use super::pool::{Lease, PoolOptions};
use super::pooled::{self, Pooled};
use super::standing::left_open;
use super::{Done, Isolation, Limits, Product, Sink, Statement, TransactionOptions};
use crate::error::{Kind, Result};
use crate::param::Param;

/// A MySQL or MariaDB database.
pub type MysqlDriver = Pooled<MysqlConnector>;

impl Backend for MysqlConnector {
    type Session = MysqlSession;

    fn of_url(url: &str) -> Result<(Self, PoolOptions)> {
        let options = Options::parse(url)?;
        Ok((Self::new(&options), options.pool))
    }

    fn identity(connection: &MysqlConnection) -> (Dialect, Product) {
        (connection.server.dialect, connection.product.clone())
    }

    fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
        Verb::of(statement).refuse_alone()
    }

    async fn execute(
        connection: &mut MysqlConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        _: Scope,
    ) -> Result<Done> {
        let result = connection.execute(statement, params).await;
        if Verb::of(statement) == Verb::Calls { Box::pin(called(connection, result)).await } else { result }
    }

    async fn fetch(
        connection: &mut MysqlConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        _: Scope,
        sink: Sink<'_>,
    ) -> Result<()> {
        let result = connection.fetch(statement, params, sink).await;
        if Verb::of(statement) == Verb::Calls { Box::pin(called(connection, result)).await } else { result }
    }

    fn execute_many(
        driver: &MysqlDriver,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send {
        pooled::many_in_transaction(driver, statement, rows)
    }

    async fn begin(connection: &mut MysqlConnection, options: TransactionOptions) -> Result<()> {
        connection.batch(&begin(options)).await.map(drop)
    }

    /// Whatever an administrator made the default: under `SERIALIZABLE` what it reads would be locked against the connections
    /// that do the work.
    async fn begin_within(connection: &mut MysqlConnection, limits: Limits) -> Result<()> {
        Self::limit(connection, limits).await?;
        Self::begin(connection, TransactionOptions::new().isolation(Isolation::RepeatableRead)).await
    }

    fn session(lease: Lease<Self>, options: TransactionOptions) -> Result<MysqlSession> {
        MysqlSession::new(lease, options)
    }

    async fn limit(connection: &mut MysqlConnection, limits: Limits) -> Result<()> {
        connection.batch(&limits::settings(limits, connection.server.dialect)).await.map(drop)
    }

    fn patience(connection: &MysqlConnection, limits: Limits) -> Option<Duration> {
        limits::limit_of_ours(limits, connection.server.dialect)
    }
}

/// After something that was called outside of a transaction, and may have begun one: what others write on its connection would
/// never be committed.
async fn called<T>(connection: &mut MysqlConnection, result: Result<T>) -> Result<T> {
    if matches!(&result, Err(error) if error.kind() == Kind::ConnectionLost) {
        return result;
    }
    let is_left = connection.leave_transaction().await?;
    if is_left && result.is_ok() { Err(left_open()) } else { result }
}
