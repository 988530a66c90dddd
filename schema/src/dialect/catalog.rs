//! How each dialect's engine is asked what it has.

use super::Dialect;
use super::rules::Comments;
pub use super::rules::Wording;
use crate::catalog::{Query, Source, Table, bare};
use crate::model::DataType;

/// Whose tables are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Those of the database, as far as the connection's own schema goes.
    Own,
    /// The temporary ones of the session, where an engine tells them apart.
    Temporary,
}

impl Dialect {
    /// How an engine is asked for its tables.
    pub fn catalog(self, scope: Scope) -> Source {
        self.rules().catalog(scope)
    }

    /// Queries whose rows, in any order, say all that a user made in the database: while they are the same, nothing of it
    /// has changed. What a table holds, statistics, and the next number of a column are no part of it.
    pub fn state(self) -> Vec<Query> {
        self.rules().state().into_iter().map(|(columns, sql)| Query { sql: sql.to_owned(), columns }).collect()
    }

    /// Whether the engine keeps comments.
    pub(crate) fn keeps_comments(self) -> bool {
        !matches!(self.rules().comments(), Comments::Nowhere)
    }

    /// In whose words the engine tells expressions.
    pub fn wording(self) -> Wording {
        self.rules().wording()
    }

    /// The type's name, if the dialect has one.
    pub(crate) fn type_name(self, data_type: &DataType) -> Option<String> {
        self.rules().type_sql(data_type).ok().map(|sql| sql.name)
    }

    /// Whether a default is the current time for this type.
    pub(crate) fn is_now(self, data_type: &DataType, default: &str) -> bool {
        self.rules().now(data_type).is_some_and(|now| bare(now).eq_ignore_ascii_case(default))
    }

    /// Whether a reference brings an index of its name if no other serves.
    pub(crate) fn indexes_references(self) -> bool {
        self.rules().indexes_references()
    }

    /// Whether RESTRICT and NO ACTION are told apart.
    pub(crate) fn tells_restrict(self) -> bool {
        self.rules().tells_restrict()
    }

    /// Puts what the engine told of a table into the words of our DDL.
    pub(crate) fn settle(self, table: &mut Table) {
        self.rules().settle(table);
    }
}

/// The five queries of [`Source::Rows`].
pub(crate) fn rows([tables, columns, keys, checks, references]: [&str; 5]) -> Source {
    let query = |sql: &str, columns| Query { sql: sql.to_owned(), columns };
    Source::Rows([query(tables, 2), query(columns, 9), query(keys, 8), query(checks, 4), query(references, 8)])
}
