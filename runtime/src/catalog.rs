//! A schema: the tables that belong together, created and dropped in order.

use std::fmt;
use std::future::Future;

use tablewright_schema::Dialect;
use tablewright_schema::ddl::TableDdl;

use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::table::TableMeta;

/// Tables that belong together. Declare one with `schema!`.
pub trait Schema {
    /// The schema's name, for messages.
    const NAME: &'static str;
    /// The tables, in the order in which the schema lists them.
    const TABLES: &'static [&'static TableMeta];
    /// The dialects every table is checked for while the program compiles.
    const DIALECTS: &'static [Dialect] = &Dialect::ALL;

    /// Creates all tables, in an order that suits their references, as one unit: all of them or none, where the engine
    /// can undo DDL.
    ///
    /// # Errors
    /// Those of the database, and one of kind [`Unsupported`](Kind::Unsupported) if its dialect cannot hold a table.
    fn create(executor: &impl Executor) -> impl Future<Output = Result<()>> + Send {
        create(executor, Self::TABLES)
    }

    /// Creates all tables if none of them is there, and does nothing if all are. Says whether it created them.
    ///
    /// It does not look into the tables: what changes a table that is there is a migration.
    ///
    /// # Errors
    /// One of kind [`Usage`](Kind::Usage) that lists what is missing if some are there and some are not; those of
    /// [`create`](Self::create).
    fn ensure(executor: &impl Executor) -> impl Future<Output = Result<bool>> + Send {
        ensure(executor, Self::NAME, Self::TABLES)
    }

    /// Drops all tables, in reverse order, with all rows.
    ///
    /// # Errors
    /// Those of the database, and one of kind [`Unsupported`](Kind::Unsupported) if its dialect cannot hold a table.
    fn drop(executor: &impl Executor) -> impl Future<Output = Result<()>> + Send {
        drop_all(executor, Self::TABLES)
    }

    /// The statements that create all tables.
    ///
    /// # Errors
    /// One of kind [`Unsupported`](Kind::Unsupported) if the dialect cannot hold a table.
    fn ddl(dialect: Dialect) -> Result<Ddl> {
        Ddl::create(Self::TABLES, dialect)
    }

    /// The statements that drop all tables.
    ///
    /// # Errors
    /// One of kind [`Unsupported`](Kind::Unsupported) if the dialect cannot hold a table.
    fn drop_ddl(dialect: Dialect) -> Result<Ddl> {
        Ddl::drop(Self::TABLES, dialect)
    }
}

/// Statements that change a schema, in order. `Display` gives them as a script, each on a line of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ddl {
    statements: Vec<String>,
}

impl Ddl {
    /// The statements that create one table.
    #[doc(hidden)]
    pub fn of_table(meta: &'static TableMeta, dialect: Dialect) -> Result<Self> {
        Self::create(&[meta], dialect)
    }

    /// The statements, without trailing semicolons.
    pub fn statements(&self) -> &[String] {
        &self.statements
    }

    fn create(tables: &[&'static TableMeta], dialect: Dialect) -> Result<Self> {
        let mut statements = Vec::new();
        for (_, ddl) in resolve(tables, dialect)? {
            let mut create = ddl.head;
            for key in &ddl.foreign_keys {
                create.push_str(", ");
                create.push_str(&key.clause);
            }
            create.push_str(&ddl.tail);
            statements.push(create);
            statements.extend(ddl.after);
        }
        Ok(Self { statements })
    }

    fn drop(tables: &[&'static TableMeta], dialect: Dialect) -> Result<Self> {
        let mut statements: Vec<String> = resolve(tables, dialect)?.into_iter().map(|(_, ddl)| ddl.drop).collect();
        statements.reverse();
        Ok(Self { statements })
    }
}

impl fmt::Display for Ddl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before = "";
        for statement in &self.statements {
            write!(f, "{before}{statement};")?;
            before = "\n";
        }
        Ok(())
    }
}

/// Each table's name and DDL.
fn resolve(tables: &[&'static TableMeta], dialect: Dialect) -> Result<Vec<(&'static str, TableDdl)>> {
    tables.iter().map(|table| Ok((&*table.def.name, table.ddl(dialect)?.resolve()))).collect()
}

async fn create(executor: &dyn Executor, tables: &'static [&'static TableMeta]) -> Result<()> {
    run(executor, Ddl::create(tables, executor.dialect())?).await
}

async fn drop_all(executor: &dyn Executor, tables: &'static [&'static TableMeta]) -> Result<()> {
    run(executor, Ddl::drop(tables, executor.dialect())?).await
}

async fn ensure(executor: &dyn Executor, name: &'static str, tables: &'static [&'static TableMeta]) -> Result<bool> {
    let mut missing = Vec::new();
    for table in tables {
        if !is_there(executor, table).await? {
            missing.push(&*table.def.name);
        }
    }
    match missing.len() {
        0 => Ok(false),
        all if all == tables.len() => create(executor, tables).await.map(|()| true),
        _ => Err(Error::new(
            Kind::Usage,
            format!(
                "schema `{name}` is there in part, without {}; a migration adds tables, `create` makes a new schema",
                missing.iter().map(|table| format!("`{table}`")).collect::<Vec<_>>().join(", ")
            ),
        )),
    }
}

/// Whether the table can be asked for rows.
async fn is_there(executor: &dyn Executor, table: &'static TableMeta) -> Result<bool> {
    // Between savepoints if in a transaction, for on some engines a statement that fails would end it.
    let unit = executor.begin_unit().await?;
    let sql = format!("{} WHERE 1 = 0", table.sql(executor.dialect())?.count());
    let statement = Statement::built(&sql, Operation::Select);
    let result = unit.fetch(statement, &[], &mut |_| Ok(())).await;
    unit.rollback().await?;
    match result {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == Kind::MissingObject => Ok(false),
        Err(error) => Err(error),
    }
}

async fn run(executor: &dyn Executor, ddl: Ddl) -> Result<()> {
    let unit = executor.begin_unit().await?;
    for sql in &ddl.statements {
        unit.execute(Statement::built(sql, Operation::Ddl), &[]).await?;
    }
    unit.commit().await
}
