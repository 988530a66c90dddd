//! An executor that keeps what it is asked to run, and has no rows: shows the statements of a DAO in any dialect.

use std::sync::{Mutex, PoisonError};

use tablewright::driver::{BoxFuture, Done, Sink, Statement};
use tablewright::{Dialect, Error, Executor, Kind, Param, Result, Transaction};

/// Keeps statements.
pub struct Recorder {
    dialect: Dialect,
    statements: Mutex<Vec<Recorded>>,
}

/// A statement that was asked for.
pub struct Recorded {
    /// Its text.
    pub sql: String,
    /// How many parameters it got.
    pub parameters: usize,
}

impl Recorder {
    /// Speaks this dialect.
    pub const fn new(dialect: Dialect) -> Self {
        Self { dialect, statements: Mutex::new(Vec::new()) }
    }

    /// What was asked for since the last call.
    pub fn take(&self) -> Vec<Recorded> {
        std::mem::take(&mut *self.statements.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, statement: Statement<'_>, params: &[Param<'_>]) {
        let recorded = Recorded { sql: statement.sql.to_owned(), parameters: params.len() };
        self.statements.lock().unwrap_or_else(PoisonError::into_inner).push(recorded);
    }
}

impl Executor for Recorder {
    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        self.keep(statement, params);
        Box::pin(async { Ok(Done { rows: 1, last_insert_id: None }) })
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        _: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        self.keep(statement, params);
        Box::pin(async { Ok(()) })
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        self.keep(statement, params.first().map(Vec::as_slice).unwrap_or_default());
        Box::pin(async { Ok(Done::default()) })
    }

    fn is_transaction(&self) -> bool {
        false
    }

    fn begin_unit(&self) -> BoxFuture<'_, Result<Transaction>> {
        Box::pin(async { Err(Error::new(Kind::Unsupported, "a recorder has no transactions")) })
    }
}
