//! The statements of a DAO for one table in one dialect.

use crate::model::TableDef;

/// Everything a DAO executes without building text at run time.
///
/// Order of the parameters:
/// - `insert`, `upsert`: the insertable columns in order of declaration ([`crate::TableDef::insertable`]);
/// - `update`: the updatable columns in order ([`crate::TableDef::updatable`]), then the primary key's;
/// - `find`, `exists`, `delete`, `reselect`: the primary key's columns, in the key's order;
/// - a finder: its columns.
///
/// Order of the result's columns: `select`, `find`, finders and `upsert`: all columns of the table in order of
/// declaration; `insert` (where it returns) and `reselect`: the columns made by the database
/// ([`crate::TableDef::made_by_database`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSql {
    /// `SELECT all columns FROM table`, without a condition.
    pub select: String,
    /// `SELECT COUNT(*) FROM table`, without a condition.
    pub count: String,
    /// One row by primary key. Empty (like all that need one) if the table has no primary key.
    pub find: String,
    /// Whether a row with this primary key is there: one row of the number 1, or none.
    pub exists: String,
    /// One new row; returns what the database made, where there is anything and the dialect can.
    pub insert: String,
    /// What the database made, by primary key: for dialects that cannot return it from `insert`. Otherwise empty.
    pub reselect: String,
    /// One new row, or, if its primary key is taken, the values of that row; returns the row where the dialect can.
    /// Empty if the primary key is numbered by the database, for then nothing can collide.
    pub upsert: String,
    /// A whole row by primary key. Empty if there is nothing but the key.
    pub update: String,
    /// One row by primary key.
    pub delete: String,
    /// For each finder ([`finders`]), `select` with the condition that all its columns are equal to the parameters.
    pub finders: Vec<String>,
    /// For each unique finder, in order, `upsert` with that conflict target instead of the primary key.
    pub upserts: Vec<String>,
}

/// A table's statements as the derive emits them: [`TableSql::joined`].
///
/// One text and the places where its statements end, for each text of its own costs the compiler of the user's crate time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StaticSql {
    /// All statements, one after the other, in the order of the fields of [`TableSql`].
    pub text: &'static str,
    /// Where each ends, in bytes.
    pub ends: &'static [u32],
    /// How many of them are finders; behind them stand the upserts.
    pub finders: usize,
}

/// The statements before the finders.
const SINGLE: usize = 9;

impl TableSql {
    /// All statements, in the order of the fields.
    pub fn statements(&self) -> Vec<&str> {
        let Self { select, count, find, exists, insert, reselect, upsert, update, delete, finders, upserts } = self;
        let single: [&str; SINGLE] = [select, count, find, exists, insert, reselect, upsert, update, delete];
        single.into_iter().chain(finders.iter().map(String::as_str)).chain(upserts.iter().map(String::as_str)).collect()
    }
}

impl StaticSql {
    /// [`TableSql::select`].
    pub fn select(&self) -> &'static str {
        self.nth(0)
    }

    /// [`TableSql::count`].
    pub fn count(&self) -> &'static str {
        self.nth(1)
    }

    /// [`TableSql::find`].
    pub fn find(&self) -> &'static str {
        self.nth(2)
    }

    /// [`TableSql::exists`].
    pub fn exists(&self) -> &'static str {
        self.nth(3)
    }

    /// [`TableSql::insert`].
    pub fn insert(&self) -> &'static str {
        self.nth(4)
    }

    /// [`TableSql::reselect`].
    pub fn reselect(&self) -> &'static str {
        self.nth(5)
    }

    /// [`TableSql::upsert`].
    pub fn upsert(&self) -> &'static str {
        self.nth(6)
    }

    /// [`TableSql::update`].
    pub fn update(&self) -> &'static str {
        self.nth(7)
    }

    /// [`TableSql::delete`].
    pub fn delete(&self) -> &'static str {
        self.nth(8)
    }

    /// The n-th of [`TableSql::finders`]; empty if there are not so many.
    pub fn finder(&self, n: usize) -> &'static str {
        if n < self.finders { self.nth(SINGLE + n) } else { "" }
    }

    /// The n-th of [`TableSql::upserts`]; empty if there are not so many.
    pub fn upsert_by(&self, n: usize) -> &'static str {
        self.nth(SINGLE + self.finders + n)
    }

    /// The statements, each on its own.
    pub fn resolve(&self) -> TableSql {
        let upserts = self.ends.len().saturating_sub(SINGLE + self.finders);
        TableSql {
            select: self.select().to_owned(),
            count: self.count().to_owned(),
            find: self.find().to_owned(),
            exists: self.exists().to_owned(),
            insert: self.insert().to_owned(),
            reselect: self.reselect().to_owned(),
            upsert: self.upsert().to_owned(),
            update: self.update().to_owned(),
            delete: self.delete().to_owned(),
            finders: (0..self.finders).map(|n| self.finder(n).to_owned()).collect(),
            upserts: (0..upserts).map(|n| self.upsert_by(n).to_owned()).collect(),
        }
    }

    fn nth(&self, n: usize) -> &'static str {
        let start = match n.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let end = self.ends.get(n).copied().unwrap_or(start);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }
}

/// A way to look rows up that has a method of its own: by columns that a key, an index or a reference makes fast.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finder {
    /// The columns, as positions in the table.
    pub columns: Vec<usize>,
    /// Whether there is at most one such row.
    pub unique: bool,
}

/// The finders of a table, in a stable order: unique constraints, indexes, foreign keys, the start of the primary key.
///
/// Each list of columns gives a finder for all of them and one for the first alone, which the same index makes fast. The
/// primary key itself has a method of its own, and indexes over expressions or with a filter give none.
pub fn finders(def: &TableDef) -> Vec<Finder> {
    let mut finders = Vec::new();
    for unique in def.uniques.iter() {
        add(&mut finders, def, unique.columns.iter().map(|column| &**column), Rows::AtMostOne);
    }
    for index in
        def.indexes.iter().filter(|index| index.filter.is_none() && index.columns().count() == index.parts.len())
    {
        add(&mut finders, def, index.columns(), if index.unique { Rows::AtMostOne } else { Rows::Any });
    }
    for key in def.foreign_keys.iter() {
        add(&mut finders, def, key.columns.iter().map(|column| &**column), Rows::Any);
    }
    if let [first, _, ..] = &*def.primary_key.columns {
        add(&mut finders, def, std::iter::once(&**first), Rows::Any);
    }
    // By the whole primary key, and by nothing else, there is a method already.
    let key = positions(def, def.primary_key.columns.iter().map(|column| &**column));
    finders.retain(|finder| Some(&finder.columns) != key.as_ref());
    finders
}

/// How many rows a list of columns can name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    AtMostOne,
    Any,
}

fn add<'a>(finders: &mut Vec<Finder>, def: &TableDef, columns: impl Iterator<Item = &'a str>, rows: Rows) {
    let Some(columns) = positions(def, columns) else { return };
    let first = columns.first().map(|first| vec![*first]);
    let all = Finder { unique: rows == Rows::AtMostOne, columns };
    let alone = first.filter(|_| all.columns.len() > 1).map(|columns| Finder { columns, unique: false });
    for finder in std::iter::once(all).chain(alone) {
        match finders.iter_mut().find(|known| known.columns == finder.columns) {
            Some(known) => known.unique |= finder.unique,
            None => finders.push(finder),
        }
    }
}

/// Where the columns stand in the table. `None` if one is not there, which is a rule's business, or there are none.
fn positions<'a>(def: &TableDef, columns: impl Iterator<Item = &'a str>) -> Option<Vec<usize>> {
    let position = |name: &str| def.columns.iter().position(|column| column.name == name);
    let positions = columns.map(position).collect::<Option<Vec<_>>>()?;
    (!positions.is_empty()).then_some(positions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColumnDef, DataType, ForeignKeyDef, IndexDef, IndexPart, Text, UniqueDef};

    const A: Text = Text::Borrowed("a");
    const B: Text = Text::Borrowed("b");
    const C: Text = Text::Borrowed("c");

    fn table() -> TableDef {
        static COLUMNS: [ColumnDef; 3] = [
            ColumnDef::new("a", DataType::I32),
            ColumnDef::new("b", DataType::I32),
            ColumnDef::new("c", DataType::I32),
        ];
        TableDef::new("t", &COLUMNS)
    }

    fn found(def: &TableDef) -> Vec<(Vec<usize>, bool)> {
        finders(def).into_iter().map(|finder| (finder.columns, finder.unique)).collect()
    }

    #[test]
    fn each_key_index_and_reference_finds_rows() {
        let mut def = table().primary_key("pk", const { &[A, B] });
        def.uniques = vec![UniqueDef { name: "uq".into(), columns: vec![B, C].into() }].into();
        def.indexes = vec![IndexDef::new("ix", const { &[IndexPart::asc("c")] })].into();
        def.foreign_keys = vec![ForeignKeyDef::new("fk", const { &[C] }, "u", const { &[A] })].into();
        assert_eq!(found(&def), [(vec![1, 2], true), (vec![1], false), (vec![2], false), (vec![0], false)]);
    }

    #[test]
    fn what_does_not_find_one_row_fast_gives_no_finder() {
        let mut def = table().primary_key("pk", const { &[A] });
        def.indexes = vec![
            IndexDef::new("ix_a", const { &[IndexPart::asc("a")] }),
            IndexDef::new("ix_b", const { &[IndexPart::asc("b")] }).filter("b > 0"),
            IndexDef::new("ix_c", const { &[IndexPart::expression("c + 1")] }),
        ]
        .into();
        assert_eq!(found(&def), []);
    }
}
