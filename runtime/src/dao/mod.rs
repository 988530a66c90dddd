//! The DAO: typed methods over an executor, thin enough that a table costs little to compile.
//!
//! What needs the row's type decodes and encodes; all else is in [`Core`], which is compiled once.

mod fetch;
mod find;
mod numbered;
mod only_id;
mod read;
mod upsert;
mod write;

pub use fetch::Fetch;
use fetch::Pick;
pub use find::Find;

use std::marker::PhantomData;
use std::task::Poll;

use tablewright_schema::dml::StaticSql;
use tablewright_schema::{Dialect, TableDef};

use crate::driver::{BoxFuture, Done, Operation, Sink, Statement};
use crate::error::{Error, Result};
use crate::executor::Executor;
use crate::param::Param;
use crate::table::{Table, TableMeta};
use crate::transaction::Transaction;

/// Access to the rows of one table, over a database or a transaction.
///
/// `#[derive(Table)]` on `Doctor` makes `DoctorDao`, which has these methods and the finders of the table. It is two
/// pointers wide and costs nothing to make, so it need not be kept.
///
/// # Errors
/// Every method returns the errors of the database, and one of kind [`Unsupported`](crate::Kind::Unsupported) if its
/// dialect cannot hold the table. What a method adds to these is said there.
pub struct Dao<'a, T> {
    core: Core<'a>,
    table: PhantomData<fn() -> T>,
}

/// A DAO without the row's type.
#[derive(Clone, Copy)]
pub(crate) struct Core<'a> {
    executor: &'a dyn Executor,
    meta: &'static TableMeta,
}

impl<'a, T: Table> Dao<'a, T> {
    /// The DAO over this executor.
    pub const fn new(executor: &'a dyn Executor) -> Self {
        Self { core: Core { executor, meta: T::META }, table: PhantomData }
    }

    /// What the DAO works over.
    pub const fn executor(self) -> &'a dyn Executor {
        self.core.executor
    }

    /// Starts a unit of work where the DAO works: a transaction, or a savepoint of the one it is in. Nothing of it stays
    /// unless it is committed.
    ///
    /// # Errors
    /// Those of the database.
    pub fn begin(self) -> BoxFuture<'a, Result<Transaction>> {
        self.core.executor.begin_unit()
    }
}

impl Core<'_> {
    pub(crate) fn dialect(self) -> Dialect {
        self.executor.dialect()
    }

    pub(crate) const fn def(self) -> &'static TableDef {
        self.meta.def
    }

    pub(crate) fn sql(self) -> Result<&'static StaticSql> {
        self.meta.sql(self.executor.dialect())
    }

    /// One of the table's static statements.
    fn fixed(self, operation: Operation, pick: Pick) -> Result<Statement<'static>> {
        Ok(Statement::fixed(pick(self.sql()?), operation, self.def()))
    }

    /// Runs a statement with rows, at once if the database is in this process.
    pub(crate) async fn fetch(self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Result<()> {
        take_turns().await;
        let result = match self.executor.try_fetch(statement, params, &mut *sink) {
            Poll::Ready(result) => result,
            Poll::Pending => self.executor.fetch(statement, params, sink).await,
        };
        self.explained(result)
    }

    /// Runs a statement without rows, at once if the database is in this process.
    pub(crate) async fn execute(self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        take_turns().await;
        let result = match self.executor.try_execute(statement, params) {
            Poll::Ready(result) => result,
            Poll::Pending => self.executor.execute(statement, params).await,
        };
        result.map_err(|error| self.explain(error))
    }

    /// Names the table in an error, if it is one.
    fn explained(self, result: Result<()>) -> Result<()> {
        result.map_err(|error| self.explain(error))
    }

    /// Names the table in an error.
    #[cold]
    fn explain(self, error: Error) -> Error {
        error.in_table(&self.def().name)
    }
}

/// Lets other tasks run now and then, before anything happens: a loop of statements that are ready at once would never let
/// go of its thread, and no timeout around it would ever end.
async fn take_turns() {
    tokio::task::coop::consume_budget().await;
}

impl<T> Clone for Dao<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Dao<'_, T> {}

impl<T> std::fmt::Debug for Dao<'_, T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Dao({} on {})", self.core.def().name, self.core.dialect())
    }
}
