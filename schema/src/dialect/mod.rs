//! The dialects: the one list of them, and the questions the general code asks.

pub(crate) mod alter;
pub mod catalog;
mod check;
pub(crate) mod column;
mod column_form;
pub(crate) mod comment;
mod context;
pub(crate) mod convert;
mod create;
mod dml;
pub(crate) mod expression;
mod expression_width;
mod firebird;
mod index;
mod key_form;
pub mod key_width;
pub(crate) mod lint;
pub mod literal;
mod mariadb;
pub mod matrix;
mod mysql;
mod mysql_family;
pub mod name_space;
mod named;
mod names;
pub mod online;
mod oracle;
pub(crate) mod pieces;
mod postgres;
pub mod reference;
mod row_form;
mod rules;
pub mod runner;
mod sea;
mod sqlite;
mod sqlserver;
pub mod syntax;
mod table_limits;
mod type_text;
mod unique;
mod upsert;
pub mod version;

use std::fmt;
use std::str::FromStr;

use crate::ddl::TableDdl;
use crate::dml::TableSql;
use crate::model::{DataType, TableDef};
use crate::problem::{Place, Problem};

use context::Context;
use name_space::Made;
use rules::Rules;

/// A dialect of SQL. This enumeration is the only list of dialects; nobody outside of this folder matches on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
#[repr(u8)]
pub enum Dialect {
    /// SQLite 3.37 or newer (strict tables).
    Sqlite,
    /// PostgreSQL 13 or newer, and what speaks its protocol and dialect.
    Postgres,
    /// MySQL 8.0.17 or newer (check constraints, collations without padding).
    Mysql,
    /// MariaDB 10.6 or newer.
    Mariadb,
    /// Firebird 4.0 or newer.
    Firebird,
    /// SQL Server 2017 or newer.
    SqlServer,
    /// Oracle Database 19c or newer.
    Oracle,
}

impl Dialect {
    /// All dialects, in the order in which emitted lists have them.
    pub const ALL: [Self; 7] =
        [Self::Sqlite, Self::Postgres, Self::Mysql, Self::Mariadb, Self::Firebird, Self::SqlServer, Self::Oracle];
    /// How many there are.
    pub const COUNT: usize = Self::ALL.len();

    /// The position in [`ALL`](Self::ALL).
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The dialect's answers to the questions of the general code: the registry.
    fn rules(self) -> &'static dyn Rules {
        match self {
            Self::Sqlite => &sqlite::Sqlite,
            Self::Postgres => &postgres::Postgres,
            Self::Mysql => &mysql::Mysql,
            Self::Mariadb => &mariadb::Mariadb,
            Self::Firebird => &firebird::Firebird,
            Self::SqlServer => &sqlserver::SqlServer,
            Self::Oracle => &oracle::Oracle,
        }
    }

    /// A text that says as little as possible and is not NULL.
    pub(crate) fn neutral_text(self) -> &'static str {
        match self.rules().empty_text() {
            rules::EmptyText::Text => "",
            rules::EmptyText::Null => " ",
        }
    }

    /// How a plan keeps others from writing a table whose values it copies.
    pub(crate) fn hold_rows(self) -> alter::HoldRows {
        self.rules().hold_rows()
    }

    /// How it changes a table that is there.
    pub(crate) fn alter(self) -> alter::Alter {
        self.rules().alter()
    }

    /// What makes a numbered column of one, where it is a clause.
    pub(crate) fn numbered(self) -> &'static str {
        match self.rules().identity() {
            rules::Identity::Clause(clause) | rules::Identity::WithKey(clause) => clause,
        }
    }

    /// The statement after which a numbered column goes on after the highest number, where it does not by itself.
    pub(crate) fn go_on_numbering(self, table: &str, column: &str) -> Option<String> {
        self.rules().go_on_numbering(table, column)
    }

    /// The statements after which the numbered column of a new table goes on where that of the old one was.
    pub(crate) fn keep_numbering(self, old: &str, new: &str, column: &str) -> Vec<String> {
        self.rules().keep_numbering(old, new, column)
    }

    /// What it knows of changes that are right and will hurt.
    pub(crate) fn lint(self) -> lint::DialectLint {
        self.rules().lint()
    }

    /// Whether a backslash in a text constant takes away the meaning of what is behind it.
    pub(crate) fn backslash_escapes(self) -> bool {
        self.rules().backslash() == rules::Backslash::Escapes
    }

    /// The name used in attributes, files and commands.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
            Self::Mariadb => "mariadb",
            Self::Firebird => "firebird",
            Self::SqlServer => "sqlserver",
            Self::Oracle => "oracle",
        }
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Dialect {
    type Err = UnknownDialect;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|dialect| dialect.name() == name).ok_or_else(|| UnknownDialect(name.to_owned()))
    }
}

/// A name that is no dialect's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownDialect(String);

impl fmt::Display for UnknownDialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown dialect `{}`, expected one of {}", self.0, Dialect::ALL.map(Dialect::name).join(", "))
    }
}

impl std::error::Error for UnknownDialect {}

/// A data type's SQL in one dialect: what a derive emits for a type of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeSql {
    /// The type's name, `varchar(50)`.
    pub name: String,
    /// The condition that goes with it, before and after the column's name (`("length(", ") <= 50")`); `None` if the
    /// type says everything.
    pub check: Option<(String, String)>,
}

/// What creates a table in a dialect and what its DAO executes there, or everything the dialect cannot do.
///
/// # Errors
/// One [`Problem`] for each thing in the definition that the dialect cannot express without changing its meaning.
pub fn render(def: &TableDef, dialect: Dialect) -> Result<(TableDdl, TableSql), Vec<Problem>> {
    rendered(def, dialect).map(|Rendered { ddl, sql, made: _ }| (ddl, sql))
}

/// A table in a dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// What creates it.
    pub ddl: TableDdl,
    /// What its DAO executes.
    pub sql: TableSql,
    /// The names in the DDL that the definition does not have.
    pub made: Vec<Made>,
}

/// The same as [`render`], with the names that are made on the way.
///
/// # Errors
/// Those of [`render`].
pub fn rendered(def: &TableDef, dialect: Dialect) -> Result<Rendered, Vec<Problem>> {
    let mut context = Context::new(def, dialect);
    names::judge(&mut context);
    let ddl = create::table(&mut context);
    names::judge_twins(&mut context);
    let sql = dml::table(&mut context);
    let (made, problems) = context.finish();
    if problems.is_empty() { Ok(Rendered { ddl, sql, made }) } else { Err(problems) }
}

/// The SQL of a data type.
///
/// # Errors
/// The [`Problem`] (placed at the table; the caller knows better) if the dialect cannot hold it.
pub fn type_sql(data_type: &DataType, dialect: Dialect) -> Result<TypeSql, Problem> {
    dialect.rules().type_sql(data_type).map_err(|limit| {
        let problem = Problem::new("type-limit", Place::Table, limit.message);
        match limit.help {
            Some(help) => problem.help(help),
            None => problem,
        }
    })
}
