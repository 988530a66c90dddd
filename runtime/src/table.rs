//! What `#[derive(Table)]` implements: a struct that is a row of a table.

use tablewright_schema::ddl::StaticDdl;
pub use tablewright_schema::dialect::name_space::MadeName;
use tablewright_schema::dml::StaticSql;
pub use tablewright_schema::snapshot::declared::Warning;
use tablewright_schema::{Dialect, TableDef, describe};

use crate::error::{Error, Kind, Result};
use crate::param::Param;
use crate::row::Row;

/// A struct that is a row of a table. Derive it: `#[derive(Table)]`.
#[diagnostic::on_unimplemented(message = "`{Self}` is not a table", label = "add `#[derive(Table)]` to this struct")]
pub trait Table: Sized + Send + Sync + 'static {
    /// The primary key, borrowed where that saves a copy: `&str` for one text column, a tuple for several columns,
    /// [`NoKey`] if there is none.
    type Key<'k>: Send;
    /// A row that is not in the database yet.
    type New: New<Table = Self>;
    /// The table's name.
    const NAME: &'static str;
    /// Everything known about the table at compile time.
    const META: &'static TableMeta;

    /// Reads a row whose columns are all columns of the table, in order.
    fn decode(row: &mut dyn Row) -> Result<Self>;
    /// The parameters that name one row.
    fn encode_key<'k>(key: Self::Key<'k>, params: &mut Vec<Param<'k>>) -> Result<()>;
    /// The parameters of the static UPDATE: the updatable columns, then the key's.
    fn encode_update<'a>(&'a self, params: &mut Vec<Param<'a>>) -> Result<()>;
}

/// A row that is not in the database yet. `#[derive(Table)]` on `Doctor` makes `NewDoctor`.
pub trait New: Sized + Send + Sync + 'static {
    /// The table it goes to.
    type Table: Table<New = Self>;
    /// What only the database knows after the INSERT.
    type Made: Send;

    /// Fills what the client makes (the time, a UUID) and cuts what no column of the dialect keeps.
    fn complete(&mut self, dialect: Dialect);
    /// The parameters of the static INSERT: the insertable columns, in order.
    fn encode<'a>(&'a self, params: &mut Vec<Param<'a>>) -> Result<()>;
    /// Reads what the database made, in order of declaration.
    fn decode_made(row: &mut dyn Row) -> Result<Self::Made>;
    /// The finished row.
    fn finish(self, made: Self::Made) -> Self::Table;
}

/// The key of a table without a primary key: there is no value of it, so the methods that need one cannot be called.
#[derive(Debug, Clone, Copy)]
pub enum NoKey {}

/// A table as the compiler saw it.
#[derive(Debug)]
pub struct TableMeta {
    /// The definition.
    pub def: &'static TableDef,
    /// Its SQL in each dialect, in the order of [`Dialect::ALL`].
    pub renderings: [Rendering; Dialect::COUNT],
    /// What works and will hurt, and is not allowed where it is.
    pub warnings: &'static [Warning],
    /// The names that it makes in some dialects besides those of its definition, as far as they can be those of others.
    pub made: &'static [MadeName],
    /// The fingerprint of what the derive knew, and the entries of the description that it did not.
    hashed: (u64, &'static [usize]),
}

/// A table's SQL in one dialect, or why there is none.
#[derive(Debug)]
#[allow(clippy::large_enum_variant, reason = "lives in a static, where there is no box")]
pub enum Rendering {
    /// The dialect can do all that the table asks for.
    Ready {
        /// What creates and drops it.
        ddl: StaticDdl,
        /// What its DAO executes.
        sql: StaticSql,
    },
    /// The dialect cannot; each problem as one text.
    Refused(&'static [&'static str]),
}

impl TableMeta {
    /// A table with its SQL in each dialect, in the order of [`Dialect::ALL`], and no warnings.
    pub const fn new(def: &'static TableDef, renderings: [Rendering; Dialect::COUNT]) -> Self {
        Self { def, renderings, warnings: &[], made: &[], hashed: (0, &[]) }
    }

    /// Adds what the derive knows of the fingerprint, and the entries it does not.
    #[must_use]
    pub const fn hashed(mut self, sum: u64, rest: &'static [usize]) -> Self {
        self.hashed = (sum, rest);
        self
    }

    /// The hash of the table: the same whatever the compiler, the machine, and the order of its parts.
    pub const fn fingerprint(&self) -> u64 {
        let (mut sum, rest) = self.hashed;
        let mut n = 0;
        while n < rest.len() {
            sum = sum.wrapping_add(describe::hash(self.def, rest[n]));
            n += 1;
        }
        sum
    }

    /// Adds what will hurt.
    #[must_use]
    pub const fn warnings(mut self, warnings: &'static [Warning]) -> Self {
        self.warnings = warnings;
        self
    }

    /// Adds the names that it makes besides those of its definition.
    #[must_use]
    pub const fn made(mut self, made: &'static [MadeName]) -> Self {
        self.made = made;
        self
    }

    /// The statements in a dialect; an error that says why if the dialect cannot do what the table asks for.
    pub fn sql(&'static self, dialect: Dialect) -> Result<&'static StaticSql> {
        match &self.renderings[dialect.index()] {
            Rendering::Ready { sql, .. } => Ok(sql),
            Rendering::Refused(problems) => Err(refused(self.def, dialect, problems)),
        }
    }

    /// The DDL in a dialect; an error that says why if the dialect cannot do what the table asks for.
    pub fn ddl(&'static self, dialect: Dialect) -> Result<&'static StaticDdl> {
        match &self.renderings[dialect.index()] {
            Rendering::Ready { ddl, .. } => Ok(ddl),
            Rendering::Refused(problems) => Err(refused(self.def, dialect, problems)),
        }
    }
}

#[cold]
fn refused(def: &TableDef, dialect: Dialect, problems: &[&str]) -> Error {
    Error::new(Kind::Unsupported, format!("{dialect} cannot hold table `{}`: {}", def.name, problems.join("; ")))
}
