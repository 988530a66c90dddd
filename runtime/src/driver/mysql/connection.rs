//! One connection and the statements prepared on it.

use std::future::poll_fn;

use sqlx::mysql::{MySqlArguments, MySqlConnection};
use sqlx::{AssertSqlSafe, Connection, Either, Executor};
use tablewright_schema::Dialect;

use super::bind::bind;
use super::error::translate;
use super::row::MysqlRow;
use crate::driver::{Done, Operation, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// What a session is given, whatever the server's own settings are: values are refused and not bent to fit, and a
/// statement sees what was committed before it, as on the other engines.
/// <https://dev.mysql.com/doc/refman/9.0/en/sql-mode.html>
const SET_UP: &str = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,\
                      NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO', time_zone = '+00:00'";
const ISOLATION: &str = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

/// A connection.
pub struct MysqlConnection {
    inner: MySqlConnection,
    /// The server's number for it.
    pub number: u64,
    /// What the server speaks.
    pub dialect: Dialect,
}

impl MysqlConnection {
    /// Takes over an open connection and sets it up.
    ///
    /// # Errors
    /// Those of the server.
    pub async fn new(inner: MySqlConnection) -> Result<Self> {
        let mut connection = Self { inner, number: 0, dialect: Dialect::Mysql };
        connection.batch(SET_UP).await?;
        connection.batch(ISOLATION).await?;
        let mut answer = None;
        let ask = Statement::built("SELECT CAST(CONNECTION_ID() AS SIGNED), VERSION()", Operation::Select);
        connection
            .fetch(ask, &[], &mut |row| {
                answer = Some((row.i64(0)?, row.text(1)?.contains("MariaDB")));
                Ok(())
            })
            .await?;
        let Some((number, is_mariadb)) = answer else {
            return Err(Error::new(Kind::Connect, "the server does not say who it is"));
        };
        connection.number = number.unsigned_abs();
        connection.dialect = if is_mariadb { Dialect::Mariadb } else { Dialect::Mysql };
        Ok(connection)
    }

    /// Runs a statement without rows; those of one that has some are stepped over.
    pub async fn execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        if statement.operation == Operation::Ddl && params.is_empty() {
            return self.batch(statement.sql).await.map(|rows| Done { rows, last_insert_id: None });
        }
        self.execute_bound(statement, bind(params.iter())?).await
    }

    /// Runs a statement without rows with parameters that are bound already.
    pub async fn execute_bound(&mut self, statement: Statement<'_>, arguments: MySqlArguments) -> Result<Done> {
        let query = sqlx::query_with(AssertSqlSafe(statement.sql), arguments).persistent(true);
        let done = self.inner.execute(query).await.map_err(|error| translate(Some(statement), error))?;
        let last_insert_id = i64::try_from(done.last_insert_id()).ok().filter(|id| *id != 0);
        Ok(Done { rows: done.rows_affected(), last_insert_id })
    }

    /// Runs a statement with rows. An error of the sink is returned after the rest of the rows was read and dropped.
    pub async fn fetch(&mut self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        let query = sqlx::query_with(AssertSqlSafe(statement.sql), bind(params.iter())?).persistent(true);
        let mut stream = self.inner.fetch_many(query);
        let mut result = Ok(());
        loop {
            match poll_fn(|context| stream.as_mut().poll_next(context)).await {
                Some(Ok(Either::Right(row))) if result.is_ok() => result = sink(&mut MysqlRow(&row)),
                Some(Ok(Either::Left(_) | Either::Right(_))) => {}
                Some(Err(error)) => return Err(translate(Some(statement), error)),
                None => return result,
            }
        }
    }

    /// Runs a statement that takes no parameters and gives no rows, without preparing it: DDL and what ends transactions
    /// cannot be prepared everywhere.
    pub async fn batch(&mut self, sql: &str) -> Result<u64> {
        let done = self.inner.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await;
        done.map(|done| done.rows_affected()).map_err(|error| translate(None, error))
    }

    /// Asks for a sign of life.
    pub async fn ping(&mut self) -> Result<()> {
        self.inner.ping().await.map_err(|error| translate(None, error))
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
        self.inner.close().await.map_err(|error| translate(None, error))
    }
}
