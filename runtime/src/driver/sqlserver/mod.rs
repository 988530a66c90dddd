//! SQL Server 2017 and newer, through tiberius' connections in a pool of our own.
//!
//! **It has never spoken to a server**: none can be had where this is built. It is tried on Microsoft's mock of one and on
//! answers written by hand after the protocol's description.
//!
//! tiberius prepares nothing: a statement with parameters goes through `sp_executesql`, whose plan the server keeps by its
//! text.

mod bind;
mod connection;
mod constraint;
mod decimal;
mod error;
mod many;
mod options;
mod pool;
mod row;
mod server;
mod session;
mod time;
mod verb;

use tablewright_schema::Dialect;

use self::connection::SqlServerConnection;
use self::options::Options;
use self::pool::{ROLLBACK, SqlServerConnector};
use self::session::SqlServerSession;
use self::verb::may_end_or_begin;
use super::backend::{Backend, Scope};
use super::pool::{Lease, PoolOptions};
use super::pooled::{self, Pooled};
use super::standing::left_open;
use super::{Done, Limits, Product, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// A SQL Server database.
pub type SqlServerDriver = Pooled<SqlServerConnector>;

impl Backend for SqlServerConnector {
    type Session = SqlServerSession;

    fn of_url(url: &str) -> Result<(Self, PoolOptions)> {
        let options = Options::parse(url)?;
        Ok((Self::new(&options), options.pool))
    }

    fn identity(connection: &SqlServerConnection) -> (Dialect, Product) {
        (Dialect::SqlServer, connection.product.clone())
    }

    fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
        verb::refuse_if_ours(statement)
    }

    async fn execute(
        connection: &mut SqlServerConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        _: Scope,
    ) -> Result<Done> {
        let result = connection.execute(statement, params).await;
        if may_end_or_begin(statement) { Box::pin(called(connection, result)).await } else { result }
    }

    async fn fetch(
        connection: &mut SqlServerConnection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        _: Scope,
        sink: Sink<'_>,
    ) -> Result<()> {
        let result = connection.fetch(statement, params, sink).await;
        if may_end_or_begin(statement) { Box::pin(called(connection, result)).await } else { result }
    }

    fn execute_many(
        driver: &SqlServerDriver,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send {
        pooled::many_in_transaction(driver, statement, rows)
    }

    fn refuse_options(options: TransactionOptions) -> Result<()> {
        if options.is_read_only {
            let message = "SQL Server has no transactions that only read; have a user read who may not write";
            return Err(Error::new(Kind::Unsupported, message));
        }
        Ok(())
    }

    fn begin(
        connection: &mut SqlServerConnection,
        options: TransactionOptions,
    ) -> impl Future<Output = Result<()>> + Send {
        connection.begin(options)
    }

    fn session(lease: Lease<Self>, _: TransactionOptions) -> Result<SqlServerSession> {
        Ok(SqlServerSession::new(lease))
    }

    fn limit(connection: &mut SqlServerConnection, limits: Limits) -> impl Future<Output = Result<()>> + Send {
        connection.limit(limits)
    }
}

/// After what may have begun a transaction outside of any: what others write on its connection would never be committed.
async fn called<T>(connection: &mut SqlServerConnection, result: Result<T>) -> Result<T> {
    if matches!(&result, Err(error) if error.kind() == Kind::ConnectionLost) {
        return result;
    }
    if connection.open_transactions().await? == 0 {
        return result;
    }
    connection.batch(ROLLBACK).await?;
    result.and_then(|_| Err(left_open()))
}
