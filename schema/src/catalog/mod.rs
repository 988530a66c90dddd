//! What an engine's own catalog says of tables: read, compared with what should be there, and lifted to definitions.
//!
//! ```text
//! engine ──Source──▶ rows ──from_rows, from_statements──▶ Vec<Table> ─┐
//! TableDef ──DDL──expected──▶ Table ◀── the engine's own wording      ├─ compare ──▶ Vec<Difference>
//!                                                                     └─ lift ──▶ TableDef
//! ```
//!
//! Queries and the meaning of an engine's words are answers of the dialects; whoever has a connection runs them.

mod advice;
mod compare;
mod definition;
mod difference;
mod expected;
mod lift;
mod like;
mod rows;
mod source;
mod type_names;
mod unsaid;

pub use advice::order;
pub use compare::{Texts, compare, missing};
pub use difference::{Difference, Object};
pub use expected::{TEMPORARY_NAME, Temporary, expected, temporary};
pub use lift::{Lifted, lift};
pub use like::lift_like;
pub use rows::{from_rows, from_statements};
pub use source::source;

pub(crate) use definition::{bare, statement};

/// A query whose columns are all texts; NULL stands for an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// Its text.
    pub sql: String,
    /// How many columns it has.
    pub columns: usize,
}

/// How the tables are asked for.
#[derive(Debug, Clone)]
pub enum Source {
    /// By five queries: tables, columns, keys, checks, references; their rows go to [`from_rows`].
    Rows([Query; 5]),
    /// By one query for the statements that made them, a table and a statement a row; they go to [`from_statements`].
    Statements(Query),
    /// By a query for their names, and then by one for each: its second column is a statement for [`from_statements`].
    StatementEach {
        /// The names.
        names: Query,
        /// The query for a table.
        statement: fn(&str) -> Query,
    },
}

/// A table that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its comment; empty if there is none.
    pub comment: String,
    /// The collation of its texts, where a table has one.
    pub collation: String,
    /// In order.
    pub columns: Vec<Column>,
    /// The primary key, unique constraints and indexes.
    pub keys: Vec<Key>,
    /// Conditions of its rows.
    pub checks: Vec<Check>,
    /// Its foreign keys.
    pub references: Vec<Reference>,
}

/// A column that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type, in the words of our DDL where they say the same.
    pub type_name: String,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// Whether the database numbers the rows here.
    pub numbered: bool,
    /// What follows DEFAULT.
    pub default: Option<String>,
    /// How it is computed.
    pub computed: Option<GeneratedAs>,
    /// What an UPDATE sets it to that does not name it; empty as a rule.
    pub on_update: String,
    /// Its comment; empty if there is none.
    pub comment: String,
}

/// How a column is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GeneratedAs {
    /// The expression.
    pub expression: String,
    /// Whether the value is kept in the row.
    pub stored: bool,
}

/// What a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeyForm {
    /// The primary key.
    Primary,
    /// A unique constraint.
    Unique,
    /// An index.
    #[default]
    Index,
    /// A unique index.
    UniqueIndex,
}

/// A primary key, a unique constraint or an index that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Key {
    /// What it is.
    pub form: KeyForm,
    /// Its name; empty where the engine keeps none.
    pub name: String,
    /// What it is over, in order.
    pub parts: Vec<Part>,
    /// The condition of the rows it holds.
    pub filter: Option<String>,
    /// What else is to be said of it, in the engine's words (`not valid`, `using gin`); empty as a rule.
    pub note: String,
}

/// A part of a key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// The column's name, or the expression.
    pub text: String,
    /// Whether it is an expression.
    pub is_expression: bool,
    /// Whether larger values come first.
    pub descending: bool,
    /// How much of the column is in it; empty for all.
    pub prefix: String,
}

/// A check that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Check {
    /// Its name; empty if the engine made none up.
    pub name: String,
    /// The condition.
    pub condition: String,
    /// What else is to be said of it (`not valid`); empty as a rule.
    pub note: String,
}

/// A foreign key that is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reference {
    /// Its name; empty if it has none.
    pub name: String,
    /// The columns of this table.
    pub columns: Vec<String>,
    /// The table they point to.
    pub target: String,
    /// The columns of that table; none for its primary key.
    pub target_columns: Vec<String>,
    /// What happens when the row there is deleted: `NO ACTION`, `CASCADE`.
    pub on_delete: String,
    /// What happens when the key there changes.
    pub on_update: String,
    /// What else is to be said of it (`not valid`); empty as a rule.
    pub note: String,
}

impl KeyForm {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary key",
            Self::Unique => "unique constraint",
            Self::Index => "index",
            Self::UniqueIndex => "unique index",
        }
    }
}
