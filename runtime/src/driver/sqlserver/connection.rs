//! One connection: what runs on it, and how it is stopped.
//!
//! tiberius writes the rows and the server's errors into the log, values and all, so that it runs without a log.

use std::future::{Future, poll_fn};
use std::time::Duration;

use tiberius::{Client, ColumnData, ToSql};
use tokio::net::TcpStream;
use tokio_util::compat::Compat;
use tracing::Dispatch;
use tracing::instrument::WithSubscriber;

use super::bind::bind_rows;
use super::error::translate;
use super::options::SessionOptions;
use super::row::SqlServerRow;
use super::server::{self, ISOLATION};
use super::verb::counts_rows;
use crate::driver::{Done, Limits, Operation, Product, ProductName, Sink, Statement, TransactionOptions};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// What tiberius speaks through.
pub type Stream = Compat<TcpStream>;

/// How long the server may take to stop a statement.
const STOP_WITHIN: Duration = Duration::from_secs(5);

/// A connection.
pub struct SqlServerConnection {
    /// More than a kilobyte, which moves with every lease.
    inner: Box<Client<Stream>>,
    /// What it leads to.
    pub product: Product,
    statement_timeout: Option<Duration>,
    /// Whether the session is at the isolation level of its transaction.
    is_isolated: bool,
}

impl SqlServerConnection {
    /// Takes over an open connection and sets its session up.
    ///
    /// # Errors
    /// Of kind `Unsupported` if the server is too old.
    pub async fn new(inner: Box<Client<Stream>>, options: &SessionOptions) -> Result<Self> {
        let product = Product::new(ProductName::SqlServer, "");
        let mut connection = Self { inner, product, statement_timeout: options.statement_timeout, is_isolated: false };
        let (mut version, mut edition) = (String::new(), 0);
        let read = &mut |row: &mut dyn crate::Row| {
            row.text(0)?.clone_into(&mut version);
            edition = row.i32(1)?;
            Ok(())
        };
        connection.fetch(Statement::built(server::ASK, Operation::Select), &[], read).await?;
        connection.product = server::product(&version, edition)?;
        connection.batch(&server::set_up(options)).await?;
        Ok(connection)
    }

    /// Runs a statement without rows; those of one that has some are stepped over.
    pub async fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        self.execute_rows(statement, &[params]).await
    }

    /// Runs a statement whose parameters come from several lists.
    pub async fn execute_rows(&mut self, statement: Statement<'_>, rows: &[&[Param<'_>]]) -> Result<Done> {
        let values = bind_rows(rows)?;
        if values.is_empty() && !counts_rows(statement) {
            self.run(statement, &values, &mut |_| Ok(())).await?;
            return Ok(Done::default());
        }
        let params = params_of(&values);
        let run = quiet(self.inner.execute(statement.sql, &params));
        let Ok(done) = in_time(self.statement_timeout, run).await else { return Err(self.stop().await) };
        let done = done.map_err(|error| translate(Some(statement), error))?;
        // The statement's own number comes last, after those of the triggers it set off.
        let last = statement.table.and_then(|_| done.rows_affected().last().copied());
        Ok(Done { rows: last.unwrap_or_else(|| done.total()), last_insert_id: None })
    }

    /// Runs a statement with rows. An error of the sink is returned after the rest of the rows was read and dropped.
    pub async fn fetch(&mut self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let values = bind_rows(&[params])?;
        self.run(statement, &values, sink).await
    }

    /// Runs statements that take no parameters and give no rows.
    pub async fn batch(&mut self, sql: &str) -> Result<()> {
        self.run(Statement::built(sql, Operation::Other), &[], &mut |_| Ok(())).await
    }

    /// Starts a transaction. Its isolation level is one of the session
    /// (<https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql>).
    pub async fn begin(&mut self, options: TransactionOptions) -> Result<()> {
        let Some(isolation) = options.isolation else { return self.batch("BEGIN TRANSACTION").await };
        self.is_isolated = true;
        self.batch(&format!("SET TRANSACTION ISOLATION LEVEL {}; BEGIN TRANSACTION", isolation.words())).await
    }

    /// Ends a transaction by a statement, and with it the isolation level.
    pub async fn end(&mut self, sql: &str) -> Result<()> {
        if !self.is_isolated {
            return self.batch(sql).await;
        }
        self.batch(&format!("{sql}; SET {ISOLATION}")).await?;
        self.is_isolated = false;
        Ok(())
    }

    /// How many transactions are open, each inside of the one before: the server undoes all of them after some errors, and none
    /// after others (<https://learn.microsoft.com/sql/t-sql/functions/trancount-transact-sql>).
    pub async fn open_transactions(&mut self) -> Result<i64> {
        let mut open = 0;
        let read = &mut |row: &mut dyn crate::Row| {
            open = row.i64(0)?;
            Ok(())
        };
        self.fetch(Statement::built("SELECT @@TRANCOUNT", Operation::Select), &[], read).await?;
        Ok(open)
    }

    /// Has the server stop what was cut off, and reads what it says until it has
    /// (<https://learn.microsoft.com/openspecs/windows_protocols/ms-tds/dc28579f-49b1-4a78-9c5f-63fbda002d2e>).
    ///
    /// # Errors
    /// Of kind `ConnectionLost` if it did not; the connection is of no use then.
    pub async fn settle(&mut self) -> Result<()> {
        let stopped = tokio::time::timeout(STOP_WITHIN, quiet(self.inner.cancel_query())).await;
        match stopped {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => {
                Err(Error::new(Kind::ConnectionLost, "a statement was cut off, and the server did not stop it"))
            }
        }
    }

    /// Says goodbye.
    pub async fn close(self) -> Result<()> {
        quiet(self.inner.close()).await.map_err(|error| translate(None, error))
    }

    /// Sets how long statements wait for locks and run from now on
    /// (<https://learn.microsoft.com/sql/t-sql/statements/set-lock-timeout-transact-sql>).
    pub async fn limit(&mut self, limits: Limits) -> Result<()> {
        self.statement_timeout = Some(limits.statement);
        self.batch(&format!("SET LOCK_TIMEOUT {}", Limits::milliseconds(limits.lock))).await
    }

    async fn run(&mut self, statement: Statement<'_>, values: &[ColumnData<'_>], sink: Sink<'_>) -> Result<()> {
        let run = run(&mut self.inner, statement, values, sink);
        match in_time(self.statement_timeout, run).await {
            Ok(result) => result,
            Err(_) => Err(self.stop().await),
        }
    }

    /// The error of a statement that took too long, after it was stopped.
    #[cold]
    async fn stop(&mut self) -> Error {
        match self.settle().await {
            Ok(()) => {
                let milliseconds = self.statement_timeout.unwrap_or_default().as_millis();
                Error::new(Kind::Timeout, format!("the statement took longer than {milliseconds} ms, and was stopped"))
            }
            Err(error) => error,
        }
    }
}

/// Without parameters it goes as a batch, in which what it sets lasts, and some statements have to be alone.
async fn run(
    client: &mut Client<Stream>,
    statement: Statement<'_>,
    values: &[ColumnData<'_>],
    sink: Sink<'_>,
) -> Result<()> {
    let params = params_of(values);
    let begun = match params.is_empty() {
        true => quiet(client.simple_query(statement.sql)).await,
        false => quiet(client.query(statement.sql, &params)).await,
    };
    let mut rows = begun.map_err(|error| translate(Some(statement), error))?.into_row_stream();
    let mut result = Ok(());
    loop {
        match quiet(poll_fn(|context| rows.as_mut().poll_next(context))).await {
            Some(Ok(row)) if result.is_ok() => result = sink(&mut SqlServerRow(&row)),
            Some(Ok(_)) => {}
            Some(Err(error)) => return Err(translate(Some(statement), error)),
            None => return result,
        }
    }
}

fn params_of<'v>(values: &'v [ColumnData<'_>]) -> Vec<&'v dyn ToSql> {
    values.iter().map(|value| value as &dyn ToSql).collect()
}

/// Runs something of tiberius', whose words nobody hears.
pub fn quiet<F: Future>(future: F) -> impl Future<Output = F::Output> {
    future.with_subscriber(Dispatch::none())
}

/// The error says that it was not.
async fn in_time<F: Future>(limit: Option<Duration>, future: F) -> Result<F::Output, tokio::time::error::Elapsed> {
    match limit {
        Some(limit) => tokio::time::timeout(limit, future).await,
        None => Ok(future.await),
    }
}
