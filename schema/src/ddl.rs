//! The DDL of one table in one dialect, in parts, and the one text that emitted code keeps it in.

use std::fmt::Write as _;

pub use crate::order::{create, drop};

/// What creates and drops one table in one dialect.
///
/// Rendered, the texts may hold the markers of [`crate::sql::Late`] if the table's definition did. In emitted code they
/// are one text in pieces ([`StaticDdl`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableDdl {
    /// `CREATE TABLE` up to, and without, the closing parenthesis.
    pub head: String,
    /// The closing parenthesis and what follows it.
    pub tail: String,
    /// The references, in order of declaration.
    pub foreign_keys: Vec<ForeignKeyDdl>,
    /// The statements that follow once the table is there: indexes, then comments.
    pub after: Vec<String>,
    /// The statement that drops the table.
    pub drop: String,
}

/// What creates and drops one foreign key in one dialect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKeyDdl {
    /// `CONSTRAINT .. FOREIGN KEY .. REFERENCES ..`, as it stands inside `CREATE TABLE`.
    pub clause: String,
    /// The statement that adds it to a table that is already there; absent on engines that cannot, where it always
    /// stands inside `CREATE TABLE` (and may point to a table that comes later).
    pub add: Option<String>,
    /// The statement that drops it; absent where `add` is.
    pub drop: Option<String>,
}

/// A table's DDL as the derive emits it: [`TableDdl::joined`], cut where another item's constant stands.
///
/// One list of texts, for each list of its own costs the compiler of the user's crate as much as a small function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaticDdl(pub &'static [&'static str]);

/// Stands between parts. No name or literal that passes the checks contains a control character below this one.
const PART: char = '\u{3}';
/// Stands between the texts of a foreign key.
const IN_KEY: char = '\u{4}';

impl TableDdl {
    /// All parts in one text, from which [`StaticDdl::resolve`] gets them back.
    pub fn joined(&self) -> String {
        let mut text = format!("{}{PART}{}{PART}{}", self.head, self.tail, self.drop);
        for key in &self.foreign_keys {
            let (add, drop) = (key.add.as_deref().unwrap_or(""), key.drop.as_deref().unwrap_or(""));
            // Writing to a `String` does not fail.
            let _ = write!(text, "{PART}{}{IN_KEY}{add}{IN_KEY}{drop}", key.clause);
        }
        for statement in &self.after {
            text.push(PART);
            text.push_str(statement);
        }
        text
    }
}

impl StaticDdl {
    /// The parts.
    pub fn resolve(&self) -> TableDdl {
        let text = self.0.concat();
        let mut parts = text.split(PART);
        let mut next = || parts.next().unwrap_or("").to_owned();
        let mut ddl =
            TableDdl { head: next(), tail: next(), drop: next(), foreign_keys: Vec::new(), after: Vec::new() };
        for part in parts {
            let mut texts = part.split(IN_KEY);
            let first = texts.next().unwrap_or("").to_owned();
            match (texts.next(), texts.next()) {
                (Some(add), Some(drop)) => {
                    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
                    ddl.foreign_keys.push(ForeignKeyDdl { clause: first, add: given(add), drop: given(drop) });
                }
                (Some(_) | None, _) => ddl.after.push(first),
            }
        }
        ddl
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_survive_being_joined() {
        let key = |add: Option<&str>| ForeignKeyDdl {
            clause: "CONSTRAINT".to_owned(),
            add: add.map(str::to_owned),
            drop: add.map(str::to_owned),
        };
        let full = TableDdl {
            head: "CREATE TABLE (".to_owned(),
            tail: ")".to_owned(),
            foreign_keys: vec![key(None), key(Some("ALTER TABLE"))],
            after: vec!["CREATE INDEX".to_owned(), "COMMENT".to_owned()],
            drop: "DROP TABLE".to_owned(),
        };
        let bare = TableDdl { foreign_keys: Vec::new(), after: Vec::new(), ..full.clone() };
        for ddl in [full, bare] {
            let text: &'static str = Box::leak(ddl.joined().into_boxed_str());
            let (left, right) = text.split_at(5);
            assert_eq!(StaticDdl(Box::leak(Box::new([left, right]))).resolve(), ddl);
        }
    }
}
