//! The DDL of one table in one dialect, in parts, and how the parts of a whole schema become statements in order.

use crate::sql::Sql;

/// What creates and drops one table in one dialect.
///
/// Rendered, the texts may hold the markers of [`crate::sql::Late`] if the table's definition did. In emitted code they
/// are lists of pieces ([`StaticDdl`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDdl<S = String, F = Vec<ForeignKeyDdl>, L = Vec<String>> {
    /// `CREATE TABLE` up to, and without, the closing parenthesis.
    pub head: S,
    /// The closing parenthesis and what follows it.
    pub tail: S,
    /// The references, in order of declaration.
    pub foreign_keys: F,
    /// The statements that follow once the table is there: indexes, then comments.
    pub after: L,
    /// The statement that drops the table.
    pub drop: S,
}

/// What creates and drops one foreign key in one dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKeyDdl<S = String> {
    /// `CONSTRAINT .. FOREIGN KEY .. REFERENCES ..`, as it stands inside `CREATE TABLE`.
    pub clause: S,
    /// The statement that adds it to a table that is already there; absent on engines that cannot, where it always
    /// stands inside `CREATE TABLE` (and may point to a table that comes later).
    pub add: Option<S>,
    /// The statement that drops it; absent where `add` is.
    pub drop: Option<S>,
}

/// A table's DDL as the derive emits it.
pub type StaticDdl = TableDdl<Sql, &'static [ForeignKeyDdl<Sql>], &'static [Sql]>;

impl StaticDdl {
    /// Joins the pieces.
    pub fn resolve(&self) -> TableDdl {
        TableDdl {
            head: self.head.to_string(),
            tail: self.tail.to_string(),
            foreign_keys: self
                .foreign_keys
                .iter()
                .map(|key| ForeignKeyDdl {
                    clause: key.clause.to_string(),
                    add: key.add.map(|sql| sql.to_string()),
                    drop: key.drop.map(|sql| sql.to_string()),
                })
                .collect(),
            after: self.after.iter().map(Sql::to_string).collect(),
            drop: self.drop.to_string(),
        }
    }
}
