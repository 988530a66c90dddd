//! One connection and the statements prepared on it.
//!
//! sqlx 0.9.0 does not set TCP_NODELAY (<https://github.com/launchbadge/sqlx/issues/4335>): what follows a message that the
//! server does not answer waits for its delayed acknowledgement, 44 ms. Closing a prepared statement is such a message, so
//! statements are not closed one by one, but all at once when there are too many.
//!
//! MySQL finds out the type of a parameter when a statement is first prepared, from the column it is for. It prepares the
//! statement anew when the table has changed, but the parameter keeps its type, and a text sent for it is converted to that:
//! for a column that was a number and has become a text, `-0` arrives as `0`. (MariaDB takes the type that is sent.) So a
//! connection forgets its statements when somebody in this process has changed a table.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::time::{Duration, Instant};

use sqlx::mysql::{MySql, MySqlArguments, MySqlConnection, MySqlStatement};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Connection, Either, Executor, SqlSafeStr, Statement as _};
use tablewright_schema::Dialect;

use super::bind::{self, bind_rows};
use super::error::{self, translate};
use super::options::SessionOptions;
use super::row::MysqlRow;
use super::server::{self, Server};
use super::verb::changes_tables;
use crate::driver::pool::Changes;
use crate::driver::{Done, Operation, Product, ProductName, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// About how much of the server's memory the statements of a connection take at most, in bytes.
const MOST_MEMORY: usize = 32 << 20;
/// About how much a parameter of a prepared statement takes there.
const MEMORY_OF_PARAMETER: usize = 512;

/// Refused inside of a transaction, and without effect on the next one outside
/// (<https://dev.mysql.com/doc/refman/8.4/en/set-transaction.html>).
pub const IS_ENDED: &str = "SET TRANSACTION READ WRITE";
/// Has each statement be a transaction of its own, as it is from the beginning.
pub const EACH_ALONE: &str = "SET autocommit = 1, completion_type = 'NO_CHAIN'";
/// Has a transaction end without another one behind it.
pub const NO_CHAIN: &str = "SET completion_type = 'NO_CHAIN'";

/// A connection.
pub struct MysqlConnection {
    inner: MySqlConnection,
    /// What tells its server from others, which give its number to others: behind one address may be several.
    pub place: String,
    /// When it was opened.
    pub opened: Instant,
    /// What it leads to.
    pub server: Server,
    /// Which product that is.
    pub product: Product,
    /// The most statements that are kept.
    statements: usize,
    /// About how much memory they take at the server.
    memory: usize,
    /// How many parameters the static statements have that are prepared, by the address and length of their text: sqlx
    /// need not be asked, which would copy what it knows of one.
    prepared: BTreeMap<(usize, usize), usize>,
    /// Whether the server is preparing a statement. sqlx loses its way when it is cut off there.
    is_preparing: bool,
    /// The changes of the schema that were made in this process, and how many of them the statements are younger than.
    changes: Changes,
    known_changes: u64,
}

/// Says that a table was changed when dropped: also if nobody waited for the end.
struct Changing(Changes);

impl Drop for Changing {
    fn drop(&mut self) {
        self.0.add();
    }
}

impl MysqlConnection {
    /// Takes over an open connection and sets its session up.
    ///
    /// # Errors
    /// Of kind `Unsupported` if the server is too old.
    pub async fn new(inner: MySqlConnection, options: &SessionOptions, changes: Changes) -> Result<Self> {
        let known_changes = changes.count();
        let server = Server {
            dialect: Dialect::Mysql,
            connection: 0,
            longest_message: u64::MAX,
            undoes_on_timeout: false,
            is_encrypted: false,
        };
        let product = Product::new(ProductName::Mysql, "");
        let statements = options.statements;
        let mut connection = Self {
            inner,
            place: String::new(),
            opened: Instant::now(),
            server,
            product,
            statements,
            memory: 0,
            prepared: BTreeMap::new(),
            is_preparing: false,
            changes,
            known_changes,
        };
        let (mut version, mut comment, mut place, mut numbers) = (String::new(), String::new(), String::new(), [0; 3]);
        let ask = Statement::built(server::ASK, Operation::Select);
        let read = &mut |row: &mut dyn crate::Row| {
            row.text(0)?.clone_into(&mut version);
            numbers = [row.i64(1)?, row.i64(2)?, row.i64(3)?];
            row.text(4)?.clone_into(&mut comment);
            row.text(5)?.clone_into(&mut place);
            Ok(())
        };
        connection.fetch(ask, &[], read).await?;
        let [number, longest_message, undoes_on_timeout] = numbers;
        connection.product = Product::of_mysql(&version, &comment);
        if connection.product.name != ProductName::TiDb {
            // Those of its numbers that can be killed so are the cluster's (https://docs.pingcap.com/tidb/stable/sql-statement-kill).
            connection.place = place;
        }
        connection.server = Server {
            dialect: server::dialect(&version, &connection.product)?,
            connection: number.unsigned_abs(),
            longest_message: longest_message.unsigned_abs(),
            undoes_on_timeout: undoes_on_timeout != 0,
            is_encrypted: options.may_encrypt && connection.is_encrypted().await?,
        };
        connection.batch(&server::set_up(connection.server.dialect, options)).await?;
        Ok(connection)
    }

    async fn is_encrypted(&mut self) -> Result<bool> {
        let mut is_encrypted = false;
        let read = &mut |row: &mut dyn crate::Row| {
            is_encrypted = !row.text(1)?.is_empty();
            Ok(())
        };
        self.fetch(Statement::built(server::ASK_CIPHER, Operation::Other), &[], read).await?;
        Ok(is_encrypted)
    }

    /// Runs a statement without rows; those of one that has some are stepped over.
    pub async fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        let _changing = changes_tables(statement).then(|| Changing(self.changes.clone()));
        if statement.operation == Operation::Ddl && params.is_empty() {
            return self.run_text(statement).await;
        }
        self.execute_rows(statement, &[params]).await
    }

    /// Runs a statement whose parameters come from several lists.
    pub async fn execute_rows(&mut self, statement: Statement<'_>, rows: &[&[Param<'_>]]) -> Result<Done> {
        let count = rows.iter().map(|params| params.len()).sum();
        for is_last_try in [false, true] {
            match self.ready(statement, count).await {
                Ok(()) => {}
                Err(Trouble::NotPrepared(_)) if count == 0 => return self.run_text(statement).await,
                Err(trouble) => return Err(trouble.told(statement)),
            }
            let query = self.query(statement, rows)?;
            match self.inner.execute(query).await {
                Ok(done) => return Ok(done_of(&done)),
                Err(error) if error::is_forgotten(&error) && !is_last_try => Box::pin(self.forget()).await?,
                Err(error) => return Err(translate(Some(statement), error)),
            }
        }
        Err(Error::new(Kind::Other, "the server does not keep prepared statements"))
    }

    /// Runs a statement with rows. An error of the sink is returned after the rest of the rows was read and dropped.
    pub async fn fetch(&mut self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        for is_last_try in [false, true] {
            self.ready(statement, params.len()).await.map_err(|trouble| trouble.told(statement))?;
            let query = self.query(statement, &[params])?;
            let mut stream = self.inner.fetch_many(query);
            let mut result = Ok(());
            let error = loop {
                match poll_fn(|context| stream.as_mut().poll_next(context)).await {
                    Some(Ok(Either::Right(row))) if result.is_ok() => result = sink(&mut MysqlRow(&row)),
                    Some(Ok(Either::Left(_) | Either::Right(_))) => {}
                    Some(Err(error)) => break error,
                    None => return result,
                }
            };
            drop(stream);
            if !error::is_forgotten(&error) || is_last_try {
                return Err(translate(Some(statement), error));
            }
            Box::pin(self.forget()).await?;
        }
        Err(Error::new(Kind::Other, "the server does not keep prepared statements"))
    }

    /// Runs statements that take no parameters and give no rows, without preparing them.
    pub async fn batch(&mut self, sql: &str) -> Result<Done> {
        self.run_text(Statement::built(sql, Operation::Other)).await
    }

    /// Reads what is left of the answer to a statement that was cut off. Its error is the result if it has one.
    pub async fn settle(&mut self) -> Result<()> {
        if self.is_preparing {
            return Err(Error::new(Kind::ConnectionLost, "a statement was cut off while it was being prepared"));
        }
        let settled = self.ping().await;
        match &settled {
            Err(error) if error.kind() != Kind::ConnectionLost => self.ping().await.and(settled),
            Ok(()) | Err(_) => settled,
        }
    }

    /// Ends a transaction that was begun by what a statement called, and says whether there was one. Locks that it took on tables
    /// go too.
    pub async fn leave_transaction(&mut self) -> Result<bool> {
        let rest = format!("{EACH_ALONE}; UNLOCK TABLES");
        match self.batch(&format!("{IS_ENDED}; {rest}")).await {
            Err(error) if error::is_in_transaction(&error) => {
                self.batch(&format!("{NO_CHAIN}; ROLLBACK; {rest}")).await.map(|_| true)
            }
            result => result.map(|_| false),
        }
    }

    /// Whether the server has been up since then.
    pub async fn is_up_since(&mut self, then: Instant) -> bool {
        let mut up = None;
        let read = &mut |row: &mut dyn crate::Row| {
            up = row.text(1)?.parse().ok();
            Ok(())
        };
        let ask = Statement::built("SHOW GLOBAL STATUS LIKE 'Uptime'", Operation::Other);
        // It counts whole seconds.
        let is_known = self.fetch(ask, &[], read).await.is_ok();
        is_known && up.is_none_or(|seconds: u64| then.elapsed() <= Duration::from_secs(seconds.saturating_add(2)))
    }

    /// Asks for a sign of life.
    pub async fn ping(&mut self) -> Result<()> {
        self.inner.ping().await.map_err(|error| translate(None, error))
    }

    /// Says goodbye.
    pub async fn close(self) -> Result<()> {
        self.inner.close().await.map_err(|error| translate(None, error))
    }

    async fn run_text(&mut self, statement: Statement<'_>) -> Result<Done> {
        self.fits(statement.sql.len())?;
        let done = self.inner.execute(sqlx::raw_sql(AssertSqlSafe(statement.sql))).await;
        done.map(|done| done_of(&done)).map_err(|error| translate(Some(statement), error))
    }

    /// Prepares a statement, unless it is.
    ///
    /// sqlx would do it too; but it stops in the middle of an answer when the number of parameters is wrong.
    async fn ready(&mut self, statement: Statement<'_>, given: usize) -> Result<(), Trouble> {
        if given > bind::MAX_PARAMETERS {
            let message = format!("a statement takes {} parameters, {given} were given", bind::MAX_PARAMETERS);
            return Err(Trouble::Refused(Error::new(Kind::Usage, message)));
        }
        if self.is_outdated() {
            Box::pin(self.forget()).await.map_err(Trouble::Refused)?;
        }
        let place = statement.fixed_sql().map(|sql| (sql.as_ptr() as usize, sql.len()));
        let known = place.and_then(|place| self.prepared.get(&place)).copied();
        let wanted = match known {
            Some(wanted) => wanted,
            None => Box::pin(self.parameters_of(statement.sql, given)).await?,
        };
        if wanted != given {
            let message = format!("the statement has {wanted} parameters, {given} were given");
            return Err(Trouble::Refused(Error::new(Kind::Usage, message)));
        }
        if let (Some(place), None) = (place, known) {
            self.prepared.insert(place, wanted);
        }
        Ok(())
    }

    /// Prepares a statement, and says how many parameters it has.
    async fn parameters_of(&mut self, sql: &str, given: usize) -> Result<usize, Trouble> {
        self.fits(sql.len()).map_err(Trouble::Refused)?;
        if self.inner.cached_statements_size() > self.statements || self.memory > MOST_MEMORY {
            self.forget().await.map_err(Trouble::Refused)?;
        }
        let before = self.inner.cached_statements_size();
        let prepared = match self.prepare(sql).await {
            Err(error) if error::is_forgotten(&error) => {
                // The server keeps no more of them, for all its clients.
                self.forget().await.map_err(Trouble::Refused)?;
                self.prepare(sql).await
            }
            result => result,
        };
        let prepared = prepared.map_err(|error| match error::is_unpreparable(&error) {
            true => Trouble::NotPrepared(error),
            false => Trouble::Failed(error),
        })?;
        if self.inner.cached_statements_size() > before {
            self.memory += sql.len() + given * MEMORY_OF_PARAMETER;
        }
        match prepared.parameters() {
            Some(Either::Right(wanted)) => Ok(wanted),
            Some(Either::Left(types)) => Ok(types.len()),
            None => Ok(given),
        }
    }

    async fn prepare(&mut self, sql: &str) -> sqlx::Result<MySqlStatement> {
        self.is_preparing = true;
        let prepared = self.inner.prepare(AssertSqlSafe(sql).into_sql_str()).await;
        self.is_preparing = false;
        prepared
    }

    /// Refuses what the server would close the connection for.
    fn fits(&self, size: usize) -> Result<()> {
        let most = self.server.longest_message;
        if (size as u64) < most {
            return Ok(());
        }
        let message =
            format!("what is to be sent has about {size} bytes, the server takes {most} (`max_allowed_packet`)");
        Err(Error::new(Kind::TooLong, message))
    }

    /// Whether its statements may be older than a change of the tables that they are about.
    pub fn is_outdated(&self) -> bool {
        self.known_changes != self.changes.count() && self.server.dialect == Dialect::Mysql
    }

    /// Closes all prepared statements.
    async fn forget(&mut self) -> Result<()> {
        self.memory = 0;
        self.prepared.clear();
        self.known_changes = self.changes.count();
        self.inner.clear_cached_statements().await.map_err(|error| translate(None, error))
    }

    fn query(&self, statement: Statement<'_>, rows: &[&[Param<'_>]]) -> Result<Query<'static, MySql, MySqlArguments>> {
        self.fits(rows.iter().flat_map(|params| params.iter()).map(Param::size).sum())?;
        let arguments = bind_rows(rows)?;
        let query = match statement.fixed_sql() {
            Some(sql) => sqlx::query_with(sql, arguments),
            None => sqlx::query_with(AssertSqlSafe(statement.sql), arguments),
        };
        Ok(query.persistent(true))
    }
}

/// Why a statement is not ready to be run.
enum Trouble {
    /// The server cannot prepare a statement of this kind.
    NotPrepared(sqlx::Error),
    /// The server refused it.
    Failed(sqlx::Error),
    /// It cannot be run.
    Refused(Error),
}

impl Trouble {
    #[cold]
    fn told(self, statement: Statement<'_>) -> Error {
        match self {
            Self::NotPrepared(error) | Self::Failed(error) => translate(Some(statement), error),
            Self::Refused(error) => error,
        }
    }
}

fn done_of(done: &sqlx::mysql::MySqlQueryResult) -> Done {
    let last_insert_id = i64::try_from(done.last_insert_id()).ok().filter(|id| *id != 0);
    Done { rows: done.rows_affected(), last_insert_id }
}
