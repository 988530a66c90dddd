//! One connection and the statements prepared on it.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hash, Hasher};

use sqlx::postgres::{PgArguments, PgConnection, Postgres};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Connection, Either, Executor};

use super::bind::bind;
use super::error::{self, translate};
use super::row::{self, PostgresRow};
use super::types::PgType;
use super::verb::refuse_if_ours;
use super::wire::Wire;
use crate::driver::backend::Scope;
use crate::driver::{Done, Operation, Product, ProductName, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::row::Row;

/// When a process started, in microseconds since 1970.
macro_rules! started {
    () => {
        "(EXTRACT(EPOCH FROM backend_start) * 1000000)::bigint"
    };
}

/// The most texts remembered that were used once.
const MAX_SEEN: usize = 256;
/// A built statement with more parameters than this is never kept: lists of any length make any number of texts.
const MAX_KEPT_PARAMETERS: usize = 64;
/// The oldest server that is spoken to.
const OLDEST: u32 = 130_000;
/// The first that can look, while a statement runs, whether its client is still there
/// (<https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-CLIENT-CONNECTION-CHECK-INTERVAL>).
const LOOKS_AFTER_CLIENTS: u32 = 140_000;

/// Asks for the process and when it started (0 where that is not told), the version, and the version of the extension Citus. Sees
/// to it that a backslash in a text is one, whatever an administrator made the default
/// (<https://www.postgresql.org/docs/current/runtime-config-compatible.html#GUC-STANDARD-CONFORMING-STRINGS>).
const ASK: &str = concat!(
    "SELECT pg_backend_pid(), COALESCE((SELECT ",
    started!(),
    " FROM pg_stat_activity WHERE pid = pg_backend_pid()), 0), version()::text, \
     COALESCE((SELECT extversion::text FROM pg_extension WHERE extname = 'citus'), ''), \
     set_config('standard_conforming_strings', 'on', false)"
);
/// The same of a server from before there were extensions.
const ASK_OLD: &str = "SELECT pg_backend_pid(), 0::bigint, version()::text, ''::text";
/// Ends a process, if it is the one that was meant: another server, or the same one later, gives its number to another
/// (<https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW>).
const STOP: &str =
    concat!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND ", started!(), " = $2");

/// A connection.
pub struct PostgresConnection {
    wire: Wire,
    /// Which process of which server runs it.
    pub process: Process,
    /// What it leads to.
    pub product: Product,
    /// Whether the server looks, while a statement runs, whether its client is still there.
    pub is_looked_after: bool,
    /// The hashes of built statements that were used once: the second time they are worth being kept.
    seen: BTreeSet<u64>,
}

/// A process of a server.
#[derive(Debug, Clone, Copy, Default)]
pub struct Process {
    /// The server's number for it.
    number: i32,
    /// When it started, in microseconds since 1970; 0 if that is not known.
    started: i64,
}

/// How a try ended that did not fail for good.
enum Outcome<T> {
    Ran(T),
    /// A prepared statement was out of date and has been forgotten; nothing happened.
    Stale(Error),
}

impl PostgresConnection {
    /// Takes over an open connection.
    ///
    /// # Errors
    /// Of kind `Unsupported` if the server is too old.
    pub async fn new(inner: PgConnection) -> Result<Self> {
        let (unknown, version) = (Product::new(ProductName::Postgres, ""), inner.server_version_num());
        let (wire, seen) = (Wire::new(inner), BTreeSet::new());
        let mut connection = Self { wire, process: Process::default(), product: unknown, is_looked_after: false, seen };
        if let Some(version) = version.filter(|version| *version < OLDEST) {
            connection.ask(ASK_OLD).await?;
            let (is, oldest) = (version / 10_000, OLDEST / 10_000);
            let product = if connection.product.name == ProductName::Postgres {
                format!("PostgreSQL {is}")
            } else {
                format!("{}, made of PostgreSQL {is}", connection.product)
            };
            let message = format!("this is {product}; {oldest} is the oldest that will do");
            return Err(Error::new(Kind::Unsupported, message));
        }
        connection.ask(ASK).await?;
        if version.is_some_and(|version| version >= LOOKS_AFTER_CLIENTS) {
            // Not every system can, and then it is refused.
            match connection.batch("SET client_connection_check_interval = 1000").await {
                Err(error) if error.kind() == Kind::ConnectionLost => return Err(error),
                set => connection.is_looked_after = set.is_ok(),
            }
        }
        Ok(connection)
    }

    async fn ask(&mut self, sql: &str) -> Result<()> {
        let (mut process, mut version, mut citus) = (Process::default(), String::new(), String::new());
        let read = &mut |row: &mut dyn Row| {
            process = Process { number: row.i32(0)?, started: row.i64(1)? };
            row.text(2)?.clone_into(&mut version);
            row.text(3)?.clone_into(&mut citus);
            Ok(())
        };
        self.fetch(Statement::built(sql, Operation::Select), &[], Scope::Alone, read).await?;
        self.process = process;
        self.product = Product::of_postgres(&version, &citus);
        Ok(())
    }

    /// Ends another connection of the same user, and says whether it did.
    pub async fn stop(&mut self, other: Process) -> bool {
        let mut is_stopped = false;
        let read = &mut |row: &mut dyn Row| {
            is_stopped = row.bool(0)?;
            Ok(())
        };
        let params = [Param::I32(other.number), Param::I64(other.started)];
        let asked = self.fetch(Statement::built(STOP, Operation::Select), &params, Scope::Alone, read).await;
        asked.is_ok() && is_stopped
    }

    /// Runs a statement without rows; those of one that has some are stepped over. Outside of a transaction, which an error
    /// would have ended, it can be run again if it surely had no effect.
    pub async fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>], scope: Scope) -> Result<Done> {
        refuse_if_ours(statement)?;
        if statement.operation == Operation::Ddl && params.is_empty() {
            let rows = self.run_text(statement.sql, Some(statement)).await?;
            return Ok(Done { rows, last_insert_id: None });
        }
        let types = types_of(statement, params);
        match self.try_execute(statement, || bind(params), &types).await? {
            Outcome::Stale(_) if scope == Scope::Alone => {
                Box::pin(self.try_execute(statement, || bind(params), &types)).await?.end()
            }
            outcome => outcome.end(),
        }
    }

    /// Runs a statement without rows in a transaction, with parameters that were bound in a way of their own.
    pub async fn execute_bound(
        &mut self,
        statement: Statement<'_>,
        arguments: PgArguments,
        types: &[u32],
    ) -> Result<Done> {
        self.try_execute(statement, || Ok(arguments), types).await?.end()
    }

    /// Runs a COPY in a transaction; see [`Wire::copy`].
    pub async fn copy<C>(&mut self, sql: String, chunks: C, statement: Statement<'_>) -> Result<u64>
    where
        C: Iterator<Item = Result<Vec<u8>>> + Send,
    {
        self.wire.copy(sql, chunks, statement).await
    }

    /// Runs a statement with rows. An error of the sink is returned after the rest of the rows was read and dropped.
    pub async fn fetch(
        &mut self,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
        sink: Sink<'_>,
    ) -> Result<()> {
        refuse_if_ours(statement)?;
        let types = types_of(statement, params);
        match self.try_fetch(statement, params, &types, &mut *sink).await? {
            Outcome::Stale(_) if scope == Scope::Alone => {
                Box::pin(self.try_fetch(statement, params, &types, sink)).await?.end()
            }
            outcome => outcome.end(),
        }
    }

    /// Runs statements that take no parameters and give no rows, without preparing them.
    pub async fn batch(&mut self, sql: &str) -> Result<u64> {
        self.run_text(sql, None).await
    }

    async fn run_text(&mut self, sql: &str, statement: Option<Statement<'_>>) -> Result<u64> {
        let done = self.wire.free().await?.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await;
        done.map(|done| done.rows_affected()).map_err(|error| translate(statement, error))
    }

    /// Asks for a sign of life.
    pub async fn ping(&mut self) -> Result<()> {
        self.wire.free().await?.ping().await.map_err(|error| translate(None, error))
    }

    /// Reads what is left of the answer to a statement that was cut off, with its error if there is one.
    pub async fn settle(&mut self) -> Result<()> {
        match self.ping().await {
            Err(error) if error.kind() != Kind::ConnectionLost => self.ping().await,
            result => result,
        }
    }

    /// Says goodbye.
    pub async fn close(self) -> Result<()> {
        match self.wire.into_free() {
            Some(connection) => connection.close().await.map_err(|error| translate(None, error)),
            None => Ok(()),
        }
    }

    /// The parameters are written when nothing has to be waited for any more: until then they would be part of the future.
    async fn try_execute(
        &mut self,
        statement: Statement<'_>,
        bind: impl FnOnce() -> Result<PgArguments> + Send,
        types: &[u32],
    ) -> Result<Outcome<Done>> {
        self.wire.settle().await;
        let query = self.query(statement, bind()?, types);
        match self.wire.now()?.execute(query).await {
            Ok(done) => Ok(Outcome::Ran(Done { rows: done.rows_affected(), last_insert_id: None })),
            Err(error) => Box::pin(self.failed(statement, error)).await,
        }
    }

    async fn try_fetch(
        &mut self,
        statement: Statement<'_>,
        params: &[Param<'_>],
        types: &[u32],
        sink: Sink<'_>,
    ) -> Result<Outcome<()>> {
        self.wire.settle().await;
        let query = self.query(statement, bind(params)?, types);
        if statement.is_single {
            return match self.wire.now()?.fetch_optional(query).await {
                Ok(Some(row)) => sink(&mut PostgresRow::new(&row, &[])).map(Outcome::Ran),
                Ok(None) => Ok(Outcome::Ran(())),
                Err(error) => Box::pin(self.failed(statement, error)).await,
            };
        }
        let mut stream = self.wire.now()?.fetch_many(query);
        let (mut result, mut types) = (Ok(()), Vec::new());
        let error = loop {
            match poll_fn(|context| stream.as_mut().poll_next(context)).await {
                Some(Ok(Either::Right(row))) if result.is_ok() => {
                    if types.is_empty() {
                        types = row::types_of(&row);
                    }
                    result = sink(&mut PostgresRow::new(&row, &types));
                }
                Some(Ok(Either::Left(_) | Either::Right(_))) => {}
                Some(Err(error)) => break error,
                None => return result.map(Outcome::Ran),
            }
        };
        drop(stream);
        Box::pin(self.failed(statement, error)).await
    }

    #[cold]
    async fn failed<T>(&mut self, statement: Statement<'_>, error: sqlx::Error) -> Result<Outcome<T>> {
        let is_stale = error::is_stale(&error);
        let translated = translate(Some(statement), error);
        if !is_stale {
            return Err(translated);
        }
        let cleared = self.wire.free().await?.clear_cached_statements().await;
        cleared.map(|()| Outcome::Stale(translated)).map_err(|error| translate(None, error))
    }

    /// sqlx finds a prepared statement by its text alone. Static texts always have the same types of parameters; built ones
    /// get theirs as a comment, for a number sent as another type would be read as another number.
    fn query(
        &mut self,
        statement: Statement<'_>,
        arguments: PgArguments,
        types: &[u32],
    ) -> Query<'static, Postgres, PgArguments> {
        if let Some(sql) = statement.fixed_sql() {
            return sqlx::query_with(sql, arguments).persistent(true);
        }
        let is_kept = types.len() <= MAX_KEPT_PARAMETERS && self.is_seen(statement.sql, types);
        let text = if is_kept {
            let list = types.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
            format!("{} /* {list} */", statement.sql)
        } else {
            // Differs from every text that is kept.
            format!("{} ", statement.sql)
        };
        sqlx::query_with(AssertSqlSafe(text), arguments).persistent(is_kept)
    }

    /// Whether the statement was used before with parameters of these types.
    fn is_seen(&mut self, sql: &str, types: &[u32]) -> bool {
        let mut hasher = DefaultHasher::new();
        (sql, types).hash(&mut hasher);
        if self.seen.len() >= MAX_SEEN {
            self.seen.clear();
        }
        !self.seen.insert(hasher.finish())
    }
}

impl<T> Outcome<T> {
    fn end(self) -> Result<T> {
        match self {
            Self::Ran(ran) => Ok(ran),
            Self::Stale(error) => Err(error),
        }
    }
}

/// The types of the parameters of a built statement: those of a static one are always the same.
fn types_of(statement: Statement<'_>, params: &[Param<'_>]) -> Vec<u32> {
    let asked = if statement.is_static() { &[] } else { params };
    asked.iter().map(|param| PgType::of(param).oid).collect()
}

#[cfg(test)]
mod tests {
    use super::super::pool::PostgresConnector;
    use super::*;
    use crate::driver::pool::Pool;

    fn size<T: 'static, F>(_: impl Fn(&'static mut T) -> F) -> usize {
        size_of::<F>()
    }

    /// One is allocated for each statement, and what is rare would make it ten times as large.
    #[test]
    fn futures_of_statements_are_small() {
        let statement = Statement::built("", Operation::Other);
        let take = size(|pool: &mut Pool<PostgresConnector>| pool.take());
        let execute = size(|connection: &mut PostgresConnection| connection.execute(statement, &[], Scope::Alone));
        assert!(take < 1_500 && execute < 1_500, "{take}, {execute}");
    }
}
