//! A database: what DAOs work over, and where transactions begin.

use std::path::PathBuf;
use std::sync::Arc;
use std::task::Poll;

use tablewright_schema::Dialect;

use crate::driver::read_only::ReadOnly;
use crate::driver::{
    BoxFuture, Capabilities, Done, Driver, Limits, Operation, PoolState, Product, Sink, Statement, TransactionOptions,
};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::param::Param;
use crate::retry::{Retry, is_conflict};
use crate::trace::Trace;
use crate::transaction::{Transaction, run_in};

/// A database. Cheap to clone: clones share the connections.
#[derive(Clone)]
pub struct Database {
    driver: Arc<dyn Driver>,
    trace: Trace,
}

/// What a transaction of a migration changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    /// Tables, also by dropping them, and rows.
    Tables,
    /// Rows, and nothing of the tables that are there.
    Rows,
}

impl Database {
    /// Opens the database of a URL.
    ///
    /// Every part of a URL may be percent-encoded, and has to be where it holds one of `:/?@%`.
    ///
    /// SQLite: `sqlite://path/to.db` (made if it is missing), `sqlite::memory:`; settings follow as `?key=value&..`:
    ///
    /// | key | value | default |
    /// |---|---|---|
    /// | `mode` | `ro` (read only), `rw` (must be there), `rwc` (made if missing) | `rwc` |
    /// | `busy_timeout` | milliseconds to wait for another process's lock | 5000 |
    /// | `acquire_timeout` | milliseconds to wait for a connection of this program | 30000 |
    /// | `readers` | connections that read beside the one that writes, 1 to 64 | cores, 2 to 8 |
    /// | `synchronous` | `normal` (safe against a crash), `full` (against a power cut too) | `normal` |
    ///
    /// PostgreSQL 13 and newer (feature `postgres`): `postgres://user:password@host:5432/database`, or a socket's folder in
    /// place of the host, its `/` written `%2F`. A password that is missing is taken from `PGPASSWORD`. Settings:
    ///
    /// | key | value | default |
    /// |---|---|---|
    /// | `pool_size` | the most connections, 1 to 1000 | 10 |
    /// | `acquire_timeout` | milliseconds to wait for a connection | 30000 |
    /// | `idle_timeout` | milliseconds after which a connection that nobody uses is closed | 600000 |
    /// | `max_age` | milliseconds after which a connection is replaced | 1800000 |
    /// | `sslmode` | `disable`, `prefer`; with the feature `tls` also `require`, `verify-ca`, `verify-full` | `prefer` |
    /// | `sslrootcert` | the file of an authority to trust beside the system's, for `verify-ca` and `verify-full` | none |
    /// | `sslcert`, `sslkey` | the files of one's own certificate and of its key | none |
    /// | `application_name` | what the server shows | `tablewright` |
    /// | `statement_cache` | the most statements that a connection keeps prepared | 1024 |
    ///
    /// Files are in the format PEM. An authority is trusted beside the system's, and not in their place as with libpq: whom the
    /// system trusts can stand in for the server. Only `verify-full` is sure of the server: `prefer` and `require` encrypt to anyone, and
    /// `verify-ca` to whoever has a certificate of the authority. The socket of this computer needs no TLS and has none.
    ///
    /// MySQL 8.0.17 and newer, MariaDB 10.6 and newer (feature `mysql`): `mysql://user:password@host:3306/database`, also
    /// `mariadb://`; which of the two it is, the server says. Settings: the first four of PostgreSQL, and
    ///
    /// | key | value | default |
    /// |---|---|---|
    /// | `sslmode`, `sslrootcert`, `sslcert`, `sslkey` | as for PostgreSQL; certificates that MySQL made itself have no name, and only `verify-ca` takes them | `prefer` |
    /// | `lock_timeout` | milliseconds to wait for another transaction's lock, in whole seconds | the server's |
    /// | `statement_cache` | the most statements that a connection keeps prepared | 1024 |
    ///
    /// Firebird 4 and newer (feature `firebird`): `firebird://user:password@host:3050/path/to/db.fdb`, or an alias in place
    /// of the path. Settings: the first four of PostgreSQL, and
    ///
    /// | key | value | default |
    /// |---|---|---|
    /// | `connect_timeout` | milliseconds to wait for the server | 15000 |
    /// | `lock_timeout` | milliseconds to wait for another transaction's lock, in whole seconds | 10000 |
    /// | `role` | the SQL role to take on | none |
    /// | `encryption` | `off`, `preferred`, `required` | `preferred` |
    ///
    /// SQL Server 2017 and newer (feature `sqlserver`, tried on a mock only): `sqlserver://user:password@host:1433/database`,
    /// also `mssql://`; the user is one of the server's own, and an instance is named by its port. Settings: the first four
    /// of PostgreSQL, and
    ///
    /// | key | value | default |
    /// |---|---|---|
    /// | `sslmode`, `sslrootcert`, `sslcert`, `sslkey` | as for PostgreSQL, without `verify-ca`; a password that goes without TLS can be read on the way | `prefer` |
    /// | `encrypt`, `trust_server_certificate` | Microsoft's words for the same: `yes`, `no` | none |
    /// | `lock_timeout` | milliseconds to wait for another transaction's lock | for ever |
    /// | `statement_timeout` | milliseconds after which a statement is stopped | none |
    /// | `application_name` | what the server shows | `tablewright` |
    ///
    /// Oracle 19c and newer (feature `oracle`, tried on a listener that is no server only):
    /// `oracle://user:password@host:1521/service`. Settings: the first four of PostgreSQL, and
    ///
    /// | key | value | default |
    /// |---|---|---|
    /// | `service_name` | the service, in place of the path, which is not read then | none |
    /// | `sslmode` | `disable`, `verify-full`; TLS has a port of its own, and the feature `tls` is not needed for it | `disable` |
    /// | `wallet` | the folder of a file `ewallet.pem` with the authority to trust beside Mozilla's, or with one's own certificate and key | none |
    /// | `wallet_password` | what the key in the wallet is encrypted with | none |
    /// | `ddl_lock_timeout` | seconds that a change of the schema waits for the locks of others | the server's |
    /// | `statement_timeout` | milliseconds after which a statement is stopped | none |
    ///
    /// # Errors
    /// Of kind [`Config`](Kind::Config) if the URL is wrong, of kind [`Connect`](Kind::Connect) if the database cannot be
    /// opened, of kind [`Login`](Kind::Login) if the server refuses the user.
    pub async fn connect(url: &str) -> Result<Self> {
        crate::driver::connect(url).await.map(Self::from_driver)
    }

    /// The file of this machine that a URL names, if a database of its kind is one: whoever opens it may want to know whether
    /// it is there, for [`connect`](Self::connect) makes it if the URL does not say otherwise.
    pub fn local_file(url: &str) -> Option<PathBuf> {
        crate::driver::engine::local_file(url)
    }

    /// Opens the database of a URL, and tries again while it cannot be reached. A login that was refused is not tried again.
    ///
    /// # Errors
    /// Those of [`connect`](Self::connect), of the last try.
    pub async fn connect_retrying(url: &str, retry: Retry) -> Result<Self> {
        let mut tried = 1;
        loop {
            match Self::connect(url).await {
                Err(error) if error.kind() == Kind::Connect && retry.again(tried).await => tried += 1,
                result => return result,
            }
        }
    }

    /// A database behind a driver of one's own.
    pub fn from_driver(driver: Arc<dyn Driver>) -> Self {
        let trace = Trace::new(driver.dialect());
        Self { driver, trace }
    }

    /// Starts a transaction.
    ///
    /// # Errors
    /// Those of the database; of kind [`Busy`](Kind::Busy) or [`Timeout`](Kind::Timeout) if it is not free in time.
    pub async fn begin(&self) -> Result<Transaction> {
        let session = self.driver.begin().await?;
        Ok(Transaction::new(session, self.driver.dialect(), self.trace))
    }

    /// Starts a transaction as the options say: at an isolation level, or for reading only. Its connection has nothing of it left
    /// when it has ended.
    ///
    /// # Errors
    /// Those of [`begin`](Self::begin); of kind [`Unsupported`](Kind::Unsupported) if the database has no such transactions.
    pub async fn begin_with(&self, options: TransactionOptions) -> Result<Transaction> {
        let session = self.driver.begin_with(options).await?;
        Ok(Transaction::new(session, self.driver.dialect(), self.trace))
    }

    /// Starts a transaction of a migration.
    pub(crate) async fn begin_changes(&self, limits: Limits, what: Changed) -> Result<Transaction> {
        let session = match what {
            Changed::Tables => self.driver.begin_changes(limits).await?,
            Changed::Rows => self.driver.begin_rows(limits).await?,
        };
        Ok(Transaction::new(session, self.driver.dialect(), self.trace))
    }

    /// Runs a statement that changes the schema, outside of a transaction.
    pub(crate) async fn change(&self, sql: &str, limits: Limits) -> Result<()> {
        let statement = Statement::built(sql, Operation::Ddl);
        self.trace.execute(statement, self.driver.change(statement, limits)).await.map(drop)
    }

    /// Runs a closure inside a transaction: committed if it succeeds, rolled back if it fails or is dropped.
    ///
    /// # Errors
    /// Those of the closure and of the database.
    pub async fn transaction<T, E, F>(&self, run: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Transaction) -> Result<T, E>,
        E: From<Error>,
    {
        run_in(self.begin().await?, run).await.map_err(|failed| failed.error)
    }

    /// The same in a transaction that is begun as the options say.
    ///
    /// ```
    /// # use tablewright::prelude::*;
    /// # use tablewright::{HandwrittenSql, Isolation, TransactionOptions};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> tablewright::Result<()> {
    /// # let db = Database::connect("sqlite::memory:").await?;
    /// # db.execute_sql("CREATE TABLE people (name TEXT)", &[]).await?;
    /// let report = TransactionOptions::new().isolation(Isolation::RepeatableRead).read_only();
    /// let people = db
    ///     .transaction_with(report, async |tx| {
    ///         tx.fetch_sql("SELECT COUNT(*) FROM people", &[], |row| row.get::<i64>(0)).await
    ///     })
    ///     .await?;
    /// assert_eq!(people, [0]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// Those of the closure and of [`begin_with`](Self::begin_with).
    pub async fn transaction_with<T, E, F>(&self, options: TransactionOptions, run: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Transaction) -> Result<T, E>,
        E: From<Error>,
    {
        run_in(self.begin_with(options).await?, run).await.map_err(|failed| failed.error)
    }

    /// Runs a closure inside a transaction, and again from the start if the database undid it for a deadlock or because it
    /// could not be ordered among others. Whatever else it does must bear being done again.
    ///
    /// It runs again if the commit failed for that reason, or if the error that the closure returned is, or has kept inside of
    /// it, the [`Error`] that told so, or that of a statement which the transaction did not take any more for it. After an error
    /// of the closure's own, after a conflict that it overcame, and where the connection broke, it does not run again.
    ///
    /// # Errors
    /// Those of the closure and of the database, of the last try.
    pub async fn transaction_retrying<T, E, F>(&self, retry: Retry, run: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Transaction) -> Result<T, E> + Clone,
        E: From<Error>,
    {
        self.transaction_retrying_with(TransactionOptions::new(), retry, run).await
    }

    /// The same in transactions that are begun as the options say: what is to be
    /// [serializable](crate::Isolation::Serializable) is refused now and then, and has to run again.
    ///
    /// # Errors
    /// Those of [`transaction_retrying`](Self::transaction_retrying) and of [`begin_with`](Self::begin_with).
    pub async fn transaction_retrying_with<T, E, F>(
        &self,
        options: TransactionOptions,
        retry: Retry,
        run: F,
    ) -> Result<T, E>
    where
        // Cloned for each try and not called by reference, which the compiler could not see to be `Send` in a spawned task.
        F: AsyncFnOnce(&Transaction) -> Result<T, E> + Clone,
        E: From<Error>,
    {
        let mut tried = 1;
        loop {
            let tx = match self.begin_with(options).await {
                Ok(tx) => tx,
                // Where tables are locked from the beginning on, the conflict is there.
                Err(error) if is_conflict(error.kind()) && retry.again(tried).await => {
                    tried += 1;
                    continue;
                }
                Err(error) => return Err(error.into()),
            };
            match run_in(tx, run.clone()).await {
                Ok(value) => return Ok(value),
                Err(failed) if failed.is_conflict && retry.again(tried).await => tried += 1,
                Err(failed) => return Err(failed.error),
            }
        }
    }

    /// The same connections for reading only: writes over it, and transactions that are not begun
    /// [for reading only](TransactionOptions::read_only), are errors of kind [`Usage`](Kind::Usage).
    ///
    /// What was written by hand counts as a read if it begins with `SELECT`, and runs in a transaction that is for reading only:
    /// one that makes a table (`SELECT .. INTO`), or calls what writes, is refused by the database, with an error of kind
    /// [`Unsupported`](Kind::Unsupported). SQL Server has no such transactions, and there a user who may not write is the only
    /// guard.
    #[must_use]
    pub fn read_only(&self) -> Self {
        Self::from_driver(Arc::new(ReadOnly(Arc::clone(&self.driver))))
    }

    /// What the engine says of its version.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn version(&self) -> Result<String> {
        let mut version = String::new();
        let statement = Statement::built(self.driver.dialect().version_query(), Operation::Select);
        self.fetch(statement, &[], &mut |row| {
            version = row.text(0)?.to_owned();
            Ok(())
        })
        .await?;
        Ok(version)
    }

    /// Which product answers, where the driver knows: CockroachDB for instance speaks as PostgreSQL does.
    pub fn product(&self) -> Option<&Product> {
        self.driver.product()
    }

    /// What the product can do.
    pub fn capabilities(&self) -> Capabilities {
        self.driver.capabilities()
    }

    /// The connections at this moment, where the driver counts them.
    pub fn pool(&self) -> Option<PoolState> {
        self.driver.pool()
    }

    /// Waits for running work and closes every connection; calls after it are errors.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn close(&self) -> Result<()> {
        self.driver.close().await
    }
}

impl Executor for Database {
    fn dialect(&self) -> Dialect {
        self.driver.dialect()
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        let run = self.driver.execute(statement, params);
        if Trace::is_heard() { Box::pin(self.trace.execute(statement, run)) } else { run }
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        let run = self.driver.fetch(statement, params, sink);
        if Trace::is_heard() { Box::pin(self.trace.fetch(statement, run)) } else { run }
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(self.trace.execute(statement, self.driver.execute_many(statement, params)))
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        self.trace.now(statement, || self.driver.try_execute(statement, params))
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        self.trace.now(statement, || self.driver.try_fetch(statement, params, sink))
    }

    fn is_transaction(&self) -> bool {
        false
    }

    fn begin_unit(&self) -> BoxFuture<'_, Result<Transaction>> {
        Box::pin(self.begin())
    }
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Database({})", self.driver.dialect())
    }
}
