//! What a driver with a pool asks of an engine.

use std::future::{Future, ready};
use std::time::Duration;

use tablewright_schema::Dialect;

use super::pool::{Connector, Lease, PoolOptions};
use super::pooled::Pooled;
use super::{Done, Limits, Product, Session, Sink, Statement, TransactionOptions};
use crate::error::Result;
use crate::param::Param;

/// In which transaction a statement runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In one of its own.
    Alone,
    /// In that of the session.
    #[allow(dead_code, reason = "not every driver has to be told")]
    Session,
}

/// An engine, beside how its connections are opened and mended: what happens on one of them.
///
/// No method sees to the lease of the connection; that is the [driver's](Pooled).
pub trait Backend: Connector + Sized {
    /// A connection inside a transaction.
    type Session: Session + 'static;

    /// Whether the limits of a transaction stay with its connection when it has ended, which nobody else gets then.
    const LIMITS_STAY: bool = true;

    /// Reads a URL: how connections are opened, and how many there are.
    ///
    /// # Errors
    /// Of kind `Config`.
    fn of_url(url: &str) -> Result<(Self, PoolOptions)>;

    /// What a connection leads to.
    fn identity(connection: &Self::Connection) -> (Dialect, Product);

    /// # Errors
    /// Of kind `Usage` for a statement that would start or end a transaction behind the driver's back.
    fn refuse_if_ours(_statement: Statement<'_>) -> Result<()> {
        Ok(())
    }

    /// Has other connections give up what a statement without rows would wait for.
    fn make_way(&self, _statement: Statement<'_>) -> impl Future<Output = ()> + Send {
        ready(())
    }

    /// Runs a statement without rows.
    fn execute(
        connection: &mut Self::Connection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
    ) -> impl Future<Output = Result<Done>> + Send;

    /// Runs a statement with rows.
    fn fetch(
        connection: &mut Self::Connection,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
        sink: Sink<'_>,
    ) -> impl Future<Output = Result<()>> + Send;

    /// Runs a statement for each list of parameters outside of a transaction, all or none of them.
    fn execute_many(
        driver: &Pooled<Self>,
        statement: Statement<'_>,
        rows: &[Vec<Param<'_>>],
    ) -> impl Future<Output = Result<Done>> + Send;

    /// # Errors
    /// Of kind `Unsupported` for options that no server of this engine has: no connection is taken for them.
    fn refuse_options(_options: TransactionOptions) -> Result<()> {
        Ok(())
    }

    /// Starts a transaction as the options say, or refuses with an error of kind `Unsupported` what the engine has not.
    fn begin(connection: &mut Self::Connection, options: TransactionOptions)
    -> impl Future<Output = Result<()>> + Send;

    /// Starts a transaction whose statements keep within limits.
    fn begin_within(connection: &mut Self::Connection, limits: Limits) -> impl Future<Output = Result<()>> + Send {
        async move {
            Self::limit(connection, limits).await?;
            Self::begin(connection, TransactionOptions::new()).await
        }
    }

    /// The session of a connection on which a transaction has begun with these options.
    fn session(lease: Lease<Self>, options: TransactionOptions) -> Result<Self::Session>;

    /// Keeps what runs on a connection within limits from now on.
    fn limit(connection: &mut Self::Connection, limits: Limits) -> impl Future<Output = Result<()>> + Send;

    /// How long a statement outside of a transaction may run before we stop it, where the server does not.
    fn patience(_connection: &Self::Connection, _limits: Limits) -> Option<Duration> {
        None
    }

    /// Takes the limits back, so that others can have the connection. False where they stay.
    fn lift_limits(_connection: &mut Self::Connection) -> impl Future<Output = Result<bool>> + Send {
        ready(Ok(false))
    }
}
