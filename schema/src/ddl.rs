//! The DDL of one table in one dialect, in parts, and the one text that emitted code keeps it in.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::Dialect;
use crate::model::TableDef;
use crate::sql::{Late, Piece, split};

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

/// A data type's SQL in one dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeDdl {
    /// The type's name, `varchar(50)`.
    pub name: &'static str,
    /// The condition that goes with it, before and after the column's name; `None` if the type says everything.
    pub check: Option<(&'static str, &'static str)>,
}

/// A column of a type that the derive of the table could not see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateColumn {
    /// Its position.
    pub column: u16,
    /// The type in each dialect, in the order of [`Dialect::ALL`].
    pub ddl: &'static [TypeDdl; Dialect::COUNT],
    /// Its default as a literal, if that is one.
    pub default: &'static str,
    /// The families of data types that its type cannot stand for, in each dialect ([`crate::expr::unfit`]).
    pub unfit: [u16; Dialect::COUNT],
}

/// A table's DDL as the derive emits it: [`TableDdl::joined`], markers included, and what they stand for.
///
/// They are filled in on use, for each text of its own costs the compiler of the user's crate time.
#[derive(Debug, Clone, Copy)]
pub struct StaticDdl {
    /// The parts.
    pub text: &'static str,
    /// The dialect they are for.
    pub dialect: Dialect,
    /// The definition, which knows the names of other tables.
    pub def: &'static TableDef,
    /// The columns of types that were not known.
    pub late: &'static [LateColumn],
}

/// Stands between parts. No name or literal that passes the checks contains it ([`crate::sql::may_hold`]).
const PART: char = '\u{3}';
/// Stands between the texts of a foreign key.
const IN_KEY: char = '\u{4}';
/// Stands for the clause of a foreign key in the statement that adds it.
const CLAUSE: &str = "\u{5}";

impl TableDdl {
    /// All parts in one text, from which [`StaticDdl::resolve`] gets them back.
    pub fn joined(&self) -> String {
        let mut text = format!("{}{PART}{}{PART}{}", self.head, self.tail, self.drop);
        for key in &self.foreign_keys {
            let (add, drop) =
                (key.add.as_deref().unwrap_or("").replace(&key.clause, CLAUSE), key.drop.as_deref().unwrap_or(""));
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
        let text = self.filled();
        let mut parts = text.split(PART);
        let mut next = || parts.next().unwrap_or("").to_owned();
        let mut ddl =
            TableDdl { head: next(), tail: next(), drop: next(), foreign_keys: Vec::new(), after: Vec::new() };
        for part in parts {
            let mut texts = part.split(IN_KEY);
            let first = texts.next().unwrap_or("").to_owned();
            match (texts.next(), texts.next()) {
                (Some(add), Some(drop)) => {
                    let given = |text: &str| (!text.is_empty()).then(|| text.replace(CLAUSE, &first));
                    let (add, drop) = (given(add), given(drop));
                    ddl.foreign_keys.push(ForeignKeyDdl { clause: first, add, drop });
                }
                (Some(_) | None, _) => ddl.after.push(first),
            }
        }
        ddl
    }

    /// The text without markers.
    fn filled(&self) -> String {
        let mut text = String::with_capacity(self.text.len());
        let mut skipping = false;
        for piece in split(self.text) {
            match piece {
                Piece::Late(Late::CheckEnd(_)) => skipping = false,
                _ if skipping => {}
                Piece::Late(Late::CheckStart(n)) => skipping = self.check(n).is_none(),
                Piece::Literal(literal) => text.push_str(literal),
                Piece::Late(Late::Prefix(n)) => {
                    let prefix = self.def.columns.get(usize::from(n));
                    if let Some(length) = prefix.and_then(|column| self.dialect.index_prefix(&column.data_type)) {
                        // Writing to a `String` does not fail.
                        let _ = write!(text, "({length})");
                    }
                }
                Piece::Late(Late::CheckBefore(n)) => text.push_str(&self.check(n).unwrap_or_default().0),
                Piece::Late(Late::CheckAfter(n)) => text.push_str(&self.check(n).unwrap_or_default().1),
                Piece::Late(late) => text.push_str(self.late(late)),
            }
        }
        text
    }

    /// What a marker stands for. The derive emits an entry for each, so the empty text is never used.
    fn late(&self, late: Late) -> &str {
        let key = |n: u16| self.def.foreign_keys.get(usize::from(n));
        let found = match late {
            Late::Target(n) => key(n).map(|key| &*key.target),
            Late::TargetColumn(n, part) => {
                key(n).and_then(|key| key.target_columns.get(usize::from(part))).map(|column| &**column)
            }
            Late::Type(n) => self.type_ddl(n).map(|ddl| ddl.name),
            Late::Default(n) => self.column(n).map(|column| column.default),
            Late::CheckStart(_) | Late::CheckBefore(_) | Late::CheckAfter(_) | Late::CheckEnd(_) | Late::Prefix(_) => {
                None
            }
        };
        found.unwrap_or("")
    }

    /// The condition that goes with the type of a column.
    fn check(&self, n: u16) -> Option<(Cow<'static, str>, Cow<'static, str>)> {
        if let Some((before, after)) = self.type_ddl(n)?.check {
            return Some((before.into(), after.into()));
        }
        let column = self.def.columns.get(usize::from(n))?;
        let (before, after) = self.dialect.computed_check(&column.data_type, column.generated.as_ref()?)?;
        Some((before.into(), after.into()))
    }

    fn type_ddl(&self, n: u16) -> Option<TypeDdl> {
        self.column(n).map(|column| column.ddl[self.dialect.index()])
    }

    fn column(&self, n: u16) -> Option<&'static LateColumn> {
        self.late.iter().find(|late| late.column == n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ForeignKeyDef, Text};

    static KEYS: [ForeignKeyDef; 1] = [ForeignKeyDef::new("fk", &[], "clinics", &[Text::Borrowed("id")])];
    static TYPES: [TypeDdl; Dialect::COUNT] =
        [TypeDdl { name: "text", check: Some(("length(", ") > 0")) }; Dialect::COUNT];
    static PLAIN: [TypeDdl; Dialect::COUNT] = [TypeDdl { name: "integer", check: None }; Dialect::COUNT];
    static LATE: [LateColumn; 2] = [
        LateColumn { column: 2, ddl: &TYPES, default: "'a'", unfit: [0; Dialect::COUNT] },
        LateColumn { column: 3, ddl: &PLAIN, default: "", unfit: [0; Dialect::COUNT] },
    ];

    fn emitted(ddl: &TableDdl) -> StaticDdl {
        let def = Box::leak(Box::new(TableDef::new("t", &[]).foreign_keys(&KEYS)));
        StaticDdl { text: Box::leak(ddl.joined().into_boxed_str()), dialect: Dialect::Sqlite, def, late: &LATE }
    }

    fn bare(head: String) -> TableDdl {
        TableDdl {
            head,
            tail: ")".to_owned(),
            foreign_keys: Vec::new(),
            after: Vec::new(),
            drop: "DROP TABLE".to_owned(),
        }
    }

    #[test]
    fn the_parts_survive_being_joined() {
        let key = |add: Option<&str>| ForeignKeyDdl {
            clause: "CONSTRAINT".to_owned(),
            add: add.map(str::to_owned),
            drop: add.map(str::to_owned),
        };
        let full = TableDdl {
            foreign_keys: vec![key(None), key(Some("ALTER TABLE ADD CONSTRAINT NOW"))],
            after: vec!["CREATE INDEX".to_owned(), "COMMENT".to_owned()],
            ..bare("CREATE TABLE (".to_owned())
        };
        for ddl in [full, bare("CREATE TABLE (".to_owned())] {
            assert_eq!(emitted(&ddl).resolve(), ddl);
        }
    }

    #[test]
    fn markers_are_filled_in() {
        let check = |n| {
            let (start, before) = (Late::CheckStart(n), Late::CheckBefore(n));
            format!("{start}, CHECK ({before}c{}){}", Late::CheckAfter(n), Late::CheckEnd(n))
        };
        let head = format!(
            "{} {} DEFAULT {}{}, {}{}, {}({})",
            2,
            Late::Type(2),
            Late::Default(2),
            check(2),
            Late::Type(3),
            check(3),
            Late::Target(0),
            Late::TargetColumn(0, 0)
        );
        let resolved = emitted(&bare(head)).resolve();
        assert_eq!(resolved.head, "2 text DEFAULT 'a', CHECK (length(c) > 0), integer, clinics(id)");
    }
}
