//! A schema: the tables that belong together, created and dropped in order.

use std::fmt;
use std::future::Future;
use std::path::Path;

use tablewright_schema::ddl::TableDdl;
use tablewright_schema::dialect::matrix;
use tablewright_schema::dialect::version::Version;
use tablewright_schema::{Dialect, TableDef, order};

use crate::database::Database;
use crate::drift::{self, Drift};
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::handwritten::HandwrittenSql;
use crate::migrate::{MigrationFolder, Migrator, NewMigration, Run};
use crate::snapshot;
use crate::table::{TableMeta, Warning};

/// Tables that belong together. Declare one with `schema!`.
pub trait Schema {
    /// The schema's name, for messages.
    const NAME: &'static str;
    /// The tables, in the order in which the schema lists them.
    const TABLES: &'static [&'static TableMeta];
    /// The dialects every table is checked for while the program compiles.
    const DIALECTS: &'static [Dialect] = &Dialect::ALL;
    /// The oldest release of each dialect's engine that the tables are checked for, in the order of [`Dialect::ALL`].
    const VERSIONS: &'static [Version; Dialect::COUNT] = &Dialect::usual_versions();
    /// The rules whose warnings are errors in this schema, in kebab-case; `warnings` stands for all.
    const DENY: &'static [&'static str] = &[];

    /// The tables that were taken out on purpose, and still stand in the snapshot.
    const DROPPED: &'static [&'static str] = &[];
    /// The files of the migrations, name and text.
    const MIGRATIONS: &'static [(&'static str, &'static str)] = &[];
    /// The hash of all tables, the same in every build: two programs with one fingerprint have the same schema.
    const FINGERPRINT: u64 = fingerprint(Self::TABLES);
    /// All of it as one constant.
    const SCHEMA: SchemaDef = SchemaDef {
        name: Self::NAME,
        tables: Self::TABLES,
        dialects: Self::DIALECTS,
        versions: Self::VERSIONS,
        fingerprint: Self::FINGERPRINT,
    };

    /// Writes `schema.json` into the folder of the migrations: the tables as they are now, and the index of all
    /// migrations. From then on `schema!` compares the structs with it. To get here with structs that are ahead of it,
    /// build with the environment variable `TABLEWRIGHT_DRIFT=allow`.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) if the folder cannot be read or written, or if a migration that was there
    /// has changed.
    fn write_snapshot(folder: impl AsRef<Path>) -> Result<()> {
        snapshot::write(Self::TABLES.iter().map(|table| table.def), folder.as_ref())
    }

    /// A migration from what changed in the structs since the last one; to get here, build with the environment variable
    /// `TABLEWRIGHT_DRIFT=allow`.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) if the folder's snapshot cannot be read.
    fn new_migration(folder: impl AsRef<Path>) -> Result<NewMigration> {
        let tables = Self::TABLES.iter().map(|table| table.def.clone()).collect();
        Ok(MigrationFolder::open(folder.as_ref())?.new_migration(tables, Self::DIALECTS.to_vec(), *Self::VERSIONS))
    }

    /// What runs the migrations of the schema.
    ///
    /// # Errors
    /// One of kind [`Config`](Kind::Config) if one of them cannot be read.
    fn migrator(db: &Database) -> Result<Migrator<'_>> {
        Ok(Migrator::new(db, Self::MIGRATIONS.iter().copied())?.tables(Self::TABLES.iter().map(|table| table.def)))
    }

    /// Runs all migrations that are pending.
    ///
    /// # Errors
    /// Those of [`Migrator::migrate_to_latest`].
    fn migrate(db: &Database) -> impl Future<Output = Result<Vec<Run>>> + Send {
        async { Self::migrator(db)?.migrate_to_latest().await }
    }

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

    /// Compares the tables with those of the database, by its engine's own catalog: see [`drift::verify`].
    ///
    /// # Errors
    /// Those of the database, and one of kind [`Unsupported`](Kind::Unsupported) if its dialect cannot hold a table.
    fn verify(db: &Database) -> impl Future<Output = Result<Drift>> + Send {
        drift::verify(db, Self::TABLES.iter().map(|table| table.def))
    }

    /// Drops all tables, in reverse order, with all rows.
    ///
    /// # Errors
    /// Those of the database, and one of kind [`Unsupported`](Kind::Unsupported) if its dialect cannot hold a table.
    fn drop(executor: &impl Executor) -> impl Future<Output = Result<()>> + Send {
        drop_all(executor, Self::TABLES)
    }

    /// What works and will hurt, table by table, without what is allowed.
    fn warnings() -> impl Iterator<Item = (&'static TableDef, &'static Warning)> {
        Self::TABLES.iter().flat_map(|table| table.warnings.iter().map(|warning| (table.def, warning)))
    }

    /// What each dialect makes of what the tables use, table by table.
    fn matrix() -> Vec<(&'static TableDef, Vec<matrix::Row>)> {
        Self::TABLES.iter().map(|table| (table.def, matrix::table(table.def))).collect()
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

/// A schema as the compiler saw it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct SchemaDef {
    /// Its name.
    pub name: &'static str,
    /// The tables, in the order in which the schema lists them.
    pub tables: &'static [&'static TableMeta],
    /// The dialects every table is checked for.
    pub dialects: &'static [Dialect],
    /// The oldest release of each dialect's engine, in the order of [`Dialect::ALL`].
    pub versions: &'static [Version; Dialect::COUNT],
    /// The hash of all tables.
    pub fingerprint: u64,
}

const fn fingerprint(tables: &[&'static TableMeta]) -> u64 {
    let (mut sum, mut n) = (0_u64, 0);
    while n < tables.len() {
        sum = sum.wrapping_add(tables[n].fingerprint());
        n += 1;
    }
    sum
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
        Ok(Self { statements: order::create(&resolve(tables, dialect)?) })
    }

    fn drop(tables: &[&'static TableMeta], dialect: Dialect) -> Result<Self> {
        Ok(Self { statements: order::drop(&resolve(tables, dialect)?) })
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

/// Each table's definition and DDL.
fn resolve(tables: &[&'static TableMeta], dialect: Dialect) -> Result<Vec<(&'static TableDef, TableDdl)>> {
    tables.iter().map(|table| Ok((table.def, table.ddl(dialect)?.resolve()))).collect()
}

async fn create(executor: &dyn Executor, tables: &'static [&'static TableMeta]) -> Result<()> {
    run(executor, Ddl::create(tables, executor.dialect())?).await
}

async fn drop_all(executor: &dyn Executor, tables: &'static [&'static TableMeta]) -> Result<()> {
    run(executor, Ddl::drop(tables, executor.dialect())?).await
}

async fn ensure(executor: &dyn Executor, name: &'static str, tables: &'static [&'static TableMeta]) -> Result<bool> {
    let there = executor.fetch_sql(executor.dialect().tables_query(), &[], |row| row.get::<String>(0)).await?;
    let is_there = |name: &str| there.iter().any(|table| table.eq_ignore_ascii_case(name));
    let missing: Vec<&str> = tables.iter().map(|table| &*table.def.name).filter(|name| !is_there(name)).collect();
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

async fn run(executor: &dyn Executor, ddl: Ddl) -> Result<()> {
    let unit = executor.begin_unit().await?;
    for sql in &ddl.statements {
        unit.execute(Statement::built(sql, Operation::Ddl), &[]).await?;
    }
    unit.commit().await
}
