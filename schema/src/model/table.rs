//! A table: its columns, keys, checks, indexes and references.

use super::{ColumnDef, ForeignKeyDef, IndexDef, List, Text};

/// A table.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct TableDef {
    /// The name, unquoted.
    pub name: Text,
    /// A sentence about the table, kept in the database where it has room for one.
    pub comment: Option<Text>,
    /// The columns, in order of declaration.
    pub columns: List<ColumnDef>,
    /// The columns of the primary key, in order; empty if there is none.
    pub primary_key: Key,
    /// Unique constraints, other than the primary key.
    pub uniques: List<UniqueDef>,
    /// Conditions every row fulfils.
    pub checks: List<CheckDef>,
    /// Indexes.
    pub indexes: List<IndexDef>,
    /// References to other tables.
    pub foreign_keys: List<ForeignKeyDef>,
    /// The name this table had before.
    pub renamed_from: Option<Text>,
    /// Columns it had before, whose values are given up.
    pub dropped: List<Text>,
}

/// The primary key's name and columns.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Key {
    /// The constraint's name (`pk_<table>` unless the user gave one).
    pub name: Text,
    /// The columns, in order; empty if the table has no primary key.
    pub columns: List<Text>,
}

/// A unique constraint. NULLs never collide, on any engine.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UniqueDef {
    /// The constraint's name.
    pub name: Text,
    /// The columns, in order.
    pub columns: List<Text>,
}

/// A condition every row fulfils (or leaves unknown through NULL).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckDef {
    /// The constraint's name.
    pub name: Text,
    /// The condition, in the language of [`crate::expr`].
    pub expression: Text,
}

impl TableDef {
    /// A table without keys, checks, indexes or references.
    pub const fn new(name: &'static str, columns: &'static [ColumnDef]) -> Self {
        Self {
            name: Text::Borrowed(name),
            comment: None,
            columns: List::Borrowed(columns),
            primary_key: Key { name: Text::Borrowed(""), columns: List::Borrowed(&[]) },
            uniques: List::Borrowed(&[]),
            checks: List::Borrowed(&[]),
            indexes: List::Borrowed(&[]),
            foreign_keys: List::Borrowed(&[]),
            renamed_from: None,
            dropped: List::Borrowed(&[]),
        }
    }

    /// Adds a comment.
    pub const fn comment(mut self, comment: &'static str) -> Self {
        // A `const fn` may not drop what it replaces; nothing is lost, for emitted code replaces borrowed data only.
        std::mem::forget(self.comment.replace(Text::Borrowed(comment)));
        self
    }

    /// Sets the primary key.
    pub const fn primary_key(mut self, name: &'static str, columns: &'static [Text]) -> Self {
        let key = Key { name: Text::Borrowed(name), columns: List::Borrowed(columns) };
        std::mem::forget(std::mem::replace(&mut self.primary_key, key));
        self
    }

    /// Sets the unique constraints.
    pub const fn uniques(mut self, uniques: &'static [UniqueDef]) -> Self {
        std::mem::forget(std::mem::replace(&mut self.uniques, List::Borrowed(uniques)));
        self
    }

    /// Sets the checks.
    pub const fn checks(mut self, checks: &'static [CheckDef]) -> Self {
        std::mem::forget(std::mem::replace(&mut self.checks, List::Borrowed(checks)));
        self
    }

    /// Sets the indexes.
    pub const fn indexes(mut self, indexes: &'static [IndexDef]) -> Self {
        std::mem::forget(std::mem::replace(&mut self.indexes, List::Borrowed(indexes)));
        self
    }

    /// Sets the references.
    pub const fn foreign_keys(mut self, foreign_keys: &'static [ForeignKeyDef]) -> Self {
        std::mem::forget(std::mem::replace(&mut self.foreign_keys, List::Borrowed(foreign_keys)));
        self
    }

    /// Says what the table was called before.
    pub const fn renamed_from(mut self, name: &'static str) -> Self {
        std::mem::forget(self.renamed_from.replace(Text::Borrowed(name)));
        self
    }

    /// Says which columns it had before.
    pub const fn dropped(mut self, columns: &'static [Text]) -> Self {
        std::mem::forget(std::mem::replace(&mut self.dropped, List::Borrowed(columns)));
        self
    }

    /// The column of this name.
    pub fn column(&self, name: &str) -> Option<&ColumnDef> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Whether a column is part of the primary key.
    pub fn is_key(&self, column: &str) -> bool {
        self.primary_key.columns.iter().any(|name| name == column)
    }

    /// The columns that an INSERT gives a value, in order of declaration.
    pub fn insertable(&self) -> impl Iterator<Item = &ColumnDef> {
        self.columns.iter().filter(|column| column.is_insertable())
    }

    /// The columns whose value only the database knows after an INSERT, in order of declaration.
    pub fn made_by_database(&self) -> impl Iterator<Item = &ColumnDef> {
        self.columns.iter().filter(|column| column.is_made_by_database())
    }

    /// The columns that an UPDATE of a whole row sets: all but the key and the computed ones.
    pub fn updatable(&self) -> impl Iterator<Item = &ColumnDef> {
        self.columns
            .iter()
            .filter(|column| column.generated.is_none() && !column.auto_increment && !self.is_key(&column.name))
    }
}

impl UniqueDef {
    /// A unique constraint.
    pub const fn new(name: &'static str, columns: &'static [Text]) -> Self {
        Self { name: Text::Borrowed(name), columns: List::Borrowed(columns) }
    }
}

impl CheckDef {
    /// A check.
    pub const fn new(name: &'static str, expression: &'static str) -> Self {
        Self { name: Text::Borrowed(name), expression: Text::Borrowed(expression) }
    }
}
