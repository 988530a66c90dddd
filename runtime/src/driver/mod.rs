//! The contract between the runtime and a database, and the list of drivers.
//!
//! ```text
//! Dao ──statement, params──▶ dyn Executor (Database or Transaction) ──▶ dyn Driver / dyn Session ──▶ engine
//!  ▲                                                                            │
//!  └──────────────── struct ◀── decode ◀── &mut dyn Row ◀───────────────────────┘
//! ```
//!
//! The traits are object-safe, so a table's code is compiled once, not once per driver, and a third party can add a
//! database without touching this crate. The words MUST, MUST NOT and SHOULD bind an implementation.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

use tablewright_schema::{Dialect, TableDef};

pub use self::limits::Limits;
pub use self::product::{Capabilities, Product, ProductName};
pub use self::transaction_options::{Isolation, TransactionOptions};
use crate::error::Result;
use crate::param::Param;
use crate::row::Row;

#[cfg(feature = "network")]
mod backend;
#[cfg(any(feature = "mysql", feature = "oracle", feature = "postgres", feature = "sqlserver"))]
#[allow(dead_code, reason = "not every driver has numbers for codes")]
mod codes;
#[cfg(any(feature = "firebird", feature = "oracle"))]
mod command;
#[cfg(feature = "network")]
mod constraint;
#[cfg(any(feature = "oracle", feature = "tls"))]
mod cryptography;
pub(crate) mod engine;
#[cfg(feature = "firebird")]
pub mod firebird;
mod limits;
#[cfg(any(feature = "mysql", feature = "sqlserver"))]
mod lists;
pub(crate) mod many;
#[cfg(feature = "mysql")]
pub mod mysql;
#[cfg(feature = "oracle")]
pub mod oracle;
#[cfg(feature = "network")]
mod pool;
#[cfg(feature = "network")]
mod pool_options;
#[cfg(feature = "network")]
mod pooled;
#[cfg(feature = "postgres")]
pub mod postgres;
pub mod product;
pub(crate) mod read_only;
#[cfg(feature = "sqlite")]
pub mod sqlite;
#[cfg(feature = "sqlserver")]
pub mod sqlserver;
#[cfg(any(feature = "mysql", feature = "postgres"))]
mod sqlx_error;
#[cfg(any(feature = "firebird", feature = "mysql", feature = "oracle", feature = "sqlserver"))]
#[allow(dead_code, reason = "not every engine ends a transaction by itself")]
mod standing;
#[cfg(any(feature = "firebird", feature = "oracle"))]
mod thread;
#[cfg(any(feature = "mysql", feature = "postgres", feature = "sqlserver"))]
mod tls;
mod transaction_options;
#[cfg(feature = "network")]
mod url;
#[cfg(any(feature = "network", feature = "sqlite"))]
mod words;

/// A future behind a pointer, as object-safe traits need it.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Takes the rows of a result one by one, while the driver stands on each.
pub type Sink<'a> = &'a mut (dyn FnMut(&mut dyn Row) -> Result<()> + Send);

/// A statement on its way to a database: its text, and what an error or a span may say of it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Statement<'a> {
    /// The text, in the dialect of the driver, without a trailing semicolon.
    pub sql: &'a str,
    /// The same text if it lives as long as the program: set by [`fixed`](Self::fixed) alone.
    fixed: Option<&'static str>,
    /// Whether it only reads, so that it may run beside others. Of what was written by hand it is a guess by its first word.
    pub is_read: bool,
    /// The table it works on, which resolves constraints to tables and columns. Absent for hand-written SQL.
    pub table: Option<&'static TableDef>,
    /// What it does.
    pub operation: Operation,
    /// The columns whose values are its first parameters, if it was built to change these; empty where one is added to what is
    /// there.
    pub(crate) set: &'a [&'a str],
    /// Whether it gives one row at most: some clients have a shorter way for that.
    pub is_single: bool,
}

/// What a statement does, for spans and for the explanation of a violated constraint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Operation {
    /// Reads rows.
    Select,
    /// Adds rows; the parameters are the insertable columns.
    Insert,
    /// Adds or changes a row; the parameters are the insertable columns.
    Upsert,
    /// Changes rows.
    Update,
    /// Removes rows.
    Delete,
    /// Changes the schema.
    Ddl,
    /// Anything else, for instance hand-written.
    Other,
}

/// What a statement without rows did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Done {
    /// The rows it added, changed or removed.
    pub rows: u64,
    /// The number the engine gave the last row added, on engines that report it beside the statement.
    pub last_insert_id: Option<i64>,
}

/// A database: opens sessions, lends them to statements, and closes them.
///
/// - Every method MUST be safe to cancel: a dropped future leaves no connection in an unknown state (it is repaired or
///   closed before anyone else gets it), and never a half-done statement that later takes effect.
/// - A driver MUST NOT run a statement twice unless the first try surely had no effect.
/// - Errors MUST carry the [`Kind`](crate::Kind) of their cause, the constraint's name where the engine tells it, and
///   never a parameter's value.
/// - Values MUST read back as they were written, at the limits of each type (see the conformance suite).
/// - A driver SHOULD keep static statements prepared, and SHOULD wait fairly for a free connection.
pub trait Driver: Send + Sync + 'static {
    /// The dialect it speaks.
    fn dialect(&self) -> Dialect;

    /// Runs a statement without rows.
    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>>;

    /// Runs a statement with rows and hands each to the sink. An error of the sink ends the statement and is returned.
    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>>;

    /// Runs a statement without rows once for each list of parameters, all or none of them.
    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>>;

    /// Like [`execute`](Self::execute), if the answer is to be had at once on this thread. `Pending` means that
    /// nothing has happened and `execute` has to be used. An engine inside the process saves a future this way.
    fn try_execute(&self, _statement: Statement<'_>, _params: &[Param<'_>]) -> Poll<Result<Done>> {
        Poll::Pending
    }

    /// Like [`fetch`](Self::fetch), under the terms of [`try_execute`](Self::try_execute).
    fn try_fetch(&self, _statement: Statement<'_>, _params: &[Param<'_>], _sink: Sink<'_>) -> Poll<Result<()>> {
        Poll::Pending
    }

    /// Starts a transaction on a connection of its own.
    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>>;

    /// Starts a transaction as the options say, on a connection of its own. What cannot be kept MUST be refused, with an error of
    /// kind [`Unsupported`](crate::Kind::Unsupported); of an isolation level more than it promises may be kept. Whoever gets
    /// the connection next MUST find nothing of it.
    fn begin_with(&self, options: TransactionOptions) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        if options == TransactionOptions::new() {
            return self.begin();
        }
        Box::pin(async { Err(transaction_options::unknown()) })
    }

    /// Starts a transaction in which tables are changed, also by being made anew and dropped: rows that refer to them MUST
    /// stay, and references MUST be checked when it commits. Its statements SHOULD keep within the limits.
    fn begin_changes(&self, _limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        self.begin()
    }

    /// Starts a transaction of a migration in which rows are changed and no table: references MUST be enforced as for anybody,
    /// at the latest when it commits. Its statements SHOULD keep within the limits.
    fn begin_rows(&self, limits: Limits) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        self.begin_changes(limits)
    }

    /// Runs a statement that changes the schema outside of a transaction; it SHOULD keep within the limits. One that is
    /// stopped in the middle may have taken effect, and is told as [`Timeout`](crate::Kind::Timeout).
    fn change<'a>(&'a self, statement: Statement<'a>, _limits: Limits) -> BoxFuture<'a, Result<Done>> {
        self.execute(statement, &[])
    }

    /// Waits for running work and closes every connection. Later calls of the other methods are errors.
    fn close(&self) -> BoxFuture<'_, Result<()>>;

    /// The connections, where the driver counts them.
    fn pool(&self) -> Option<PoolState> {
        None
    }

    /// Which product answers, as it said when it was connected to. A driver SHOULD know, without asking for it alone.
    fn product(&self) -> Option<&Product> {
        None
    }

    /// What it can do.
    fn capabilities(&self) -> Capabilities {
        self.product().map_or_else(|| Capabilities::of(self.dialect()), Product::capabilities)
    }
}

/// The connections of a driver at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PoolState {
    /// How many there may be.
    pub most: usize,
    /// How many are open.
    pub open: usize,
    /// How many of these nobody uses.
    pub idle: usize,
    /// How many calls wait for one.
    pub waiting: usize,
}

impl PoolState {
    /// Of these numbers.
    pub const fn new(most: usize, open: usize, idle: usize, waiting: usize) -> Self {
        Self { most, open, idle, waiting }
    }
}

/// A connection inside a transaction.
///
/// Dropping it without [`commit`](Self::commit) MUST roll the transaction back, at the latest before the connection is
/// used again. After a failed statement the transaction goes on where the engine allows it; where the engine does not
/// (PostgreSQL), only a rollback, also to a savepoint, is answered.
pub trait Session: Send {
    /// See [`Driver::execute`].
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>>;

    /// See [`Driver::fetch`].
    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>>;

    /// See [`Driver::execute_many`]; all or none holds through a savepoint or its like.
    fn execute_many<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>>;

    /// See [`Driver::try_execute`].
    fn try_execute(&mut self, _statement: Statement<'_>, _params: &[Param<'_>]) -> Poll<Result<Done>> {
        Poll::Pending
    }

    /// See [`Driver::try_fetch`].
    fn try_fetch(&mut self, _statement: Statement<'_>, _params: &[Param<'_>], _sink: Sink<'_>) -> Poll<Result<()>> {
        Poll::Pending
    }

    /// Sets the savepoint of this nesting depth (1 is the outermost).
    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>>;

    /// Forgets the savepoint, keeping what happened since.
    fn release(&mut self, depth: u32) -> BoxFuture<'_, Result<()>>;

    /// Undoes what happened since the savepoint, and forgets it. That something of it was made permanent SHOULD be told by an
    /// error of kind [`Unsupported`](crate::Kind::Unsupported), and nothing else MUST be.
    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>>;

    /// Makes the transaction permanent. On error nothing of it is, unless the error's kind is
    /// [`ConnectionLost`](crate::Kind::ConnectionLost), when it may be.
    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<()>>;

    /// Undoes the transaction. That something of it was made permanent SHOULD be told by an error of kind
    /// [`Unsupported`](crate::Kind::Unsupported), and nothing else MUST be.
    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<()>>;
}

/// The starts of the URLs that this build can open.
pub(crate) const SCHEMES: &[&str] = &[
    #[cfg(feature = "postgres")]
    "postgres:",
    #[cfg(feature = "postgres")]
    "postgresql:",
    #[cfg(feature = "sqlite")]
    "sqlite:",
    #[cfg(feature = "firebird")]
    "firebird:",
    #[cfg(feature = "mysql")]
    "mysql:",
    #[cfg(feature = "mysql")]
    "mariadb:",
    #[cfg(feature = "oracle")]
    "oracle:",
    #[cfg(feature = "sqlserver")]
    "sqlserver:",
    #[cfg(feature = "sqlserver")]
    "mssql:",
];

/// Opens the database of a URL with the driver it names.
pub(crate) async fn connect(url: &str) -> Result<Arc<dyn Driver>> {
    #[cfg(feature = "sqlite")]
    if url.starts_with("sqlite:") {
        return Ok(Arc::new(sqlite::SqliteDriver::open(url)?));
    }
    #[cfg(feature = "firebird")]
    if url.starts_with("firebird:") {
        return Ok(Arc::new(firebird::FirebirdDriver::open(url).await?));
    }
    #[cfg(feature = "postgres")]
    if url.starts_with("postgres:") || url.starts_with("postgresql:") {
        return Ok(Arc::new(postgres::PostgresDriver::open(url).await?));
    }
    #[cfg(feature = "mysql")]
    if url.starts_with("mysql:") || url.starts_with("mariadb:") {
        return Ok(Arc::new(mysql::MysqlDriver::open(url).await?));
    }
    #[cfg(feature = "oracle")]
    if url.starts_with("oracle:") {
        return Ok(Arc::new(oracle::OracleDriver::open(url).await?));
    }
    #[cfg(feature = "sqlserver")]
    if url.starts_with("sqlserver:") || url.starts_with("mssql:") {
        return Ok(Arc::new(sqlserver::SqlServerDriver::open(url).await?));
    }
    Err(engine::no_driver(url))
}

impl<'a> Statement<'a> {
    /// Whether the text is the same on each call of the program, so that a driver should keep it prepared, and may know
    /// it again by its address.
    pub const fn is_static(&self) -> bool {
        self.fixed.is_some()
    }

    /// The text, if it is the same on each call: it need not be copied.
    #[allow(dead_code, reason = "not every driver takes it")]
    pub(crate) const fn fixed_sql(&self) -> Option<&'static str> {
        self.fixed
    }

    /// A statement whose text is the same on each call.
    pub const fn fixed(sql: &'static str, operation: Operation, table: &'static TableDef) -> Self {
        let is_read = matches!(operation, Operation::Select);
        Statement { sql, fixed: Some(sql), is_read, table: Some(table), operation, set: &[], is_single: false }
    }

    /// A statement whose text was made for this call.
    pub const fn built(sql: &'a str, operation: Operation) -> Self {
        let is_read = matches!(operation, Operation::Select);
        Statement { sql, fixed: None, is_read, table: None, operation, set: &[], is_single: false }
    }

    /// Names the columns that it gives its first parameters.
    pub(crate) const fn setting(mut self, columns: &'a [&'a str]) -> Self {
        self.set = columns;
        self
    }

    /// Names the table it works on.
    #[must_use]
    pub const fn on(mut self, table: &'static TableDef) -> Self {
        self.table = Some(table);
        self
    }

    /// Says that it gives one row at most.
    #[must_use]
    pub const fn single(mut self) -> Self {
        self.is_single = true;
        self
    }
}

/// The error of a commit: whether one that was stopped has happened is not known.
#[cfg(any(feature = "sqlserver", feature = "oracle"))]
pub(crate) fn of_commit(error: crate::Error) -> crate::Error {
    if error.kind() != crate::Kind::Timeout {
        return error;
    }
    let message = "the commit took too long, and whether it happened is not known";
    crate::Error::new(crate::Kind::ConnectionLost, message).with_source(error)
}

/// The error of a transaction with a statement whose caller went away.
#[cfg(any(feature = "network", feature = "sqlite"))]
#[cold]
pub(crate) fn cut_off() -> crate::Error {
    let message = "a statement of the transaction was cut off, so that it is not known what it did: roll back";
    crate::Error::new(crate::Kind::Usage, message)
}
