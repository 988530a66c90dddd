//! Comments with everything that needs care in SQL.

use tablewright::prelude::*;

use crate::golden::case::Model;

/// It's a table with a comment: "quoted", back\slashed, and with a café
#[derive(Debug, Table)]
#[table(name = "commented")]
pub struct Commented {
    /// The doctor's key, 'quoted'
    #[column(primary_key)]
    pub id: i64,
    /// Two lines,
    /// one comment; -- not a comment of SQL
    pub lines: i32,
    /// This sentence is for readers of the code
    #[column(comment = "This one is for the database: C:\\new")]
    pub own: Option<i32>,
}

/// One table.
pub fn models() -> Vec<Model> {
    [Commented::META].map(Model::Derived).into()
}
