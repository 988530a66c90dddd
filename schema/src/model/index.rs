//! An index: what it sorts by, and which rows it holds.

use super::{List, Text};

/// An index, possibly unique, partial, or over expressions.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct IndexDef {
    /// The name, unquoted; unique in the schema, as most engines want.
    pub name: Text,
    /// What it sorts by, in order.
    pub parts: List<IndexPart>,
    /// Whether two rows with equal (and no NULL) parts are refused. NULLs never collide, on any engine.
    pub unique: bool,
    /// The condition of the rows it holds, in the language of [`crate::expr`]; all rows if absent.
    pub filter: Option<Text>,
}

/// One part of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum IndexPart {
    /// A column.
    Column {
        /// The column's name.
        name: Text,
        /// Whether larger values come first.
        descending: bool,
    },
    /// An expression, in the language of [`crate::expr`].
    Expression {
        /// The expression.
        expression: Text,
        /// Whether larger values come first.
        descending: bool,
    },
}

impl IndexDef {
    /// An index over all rows.
    pub const fn new(name: &'static str, parts: &'static [IndexPart]) -> Self {
        Self { name: Text::Borrowed(name), parts: List::Borrowed(parts), unique: false, filter: None }
    }

    /// Refuses a second row with equal parts.
    pub const fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    /// Holds only the rows that fulfil the condition.
    pub const fn filter(mut self, filter: &'static str) -> Self {
        std::mem::forget(self.filter.replace(Text::Borrowed(filter)));
        self
    }

    /// The names of the plain columns among its parts.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(IndexPart::column)
    }
}

impl IndexPart {
    /// A column, smallest value first.
    pub const fn asc(name: &'static str) -> Self {
        Self::Column { name: Text::Borrowed(name), descending: false }
    }

    /// A column, largest value first.
    pub const fn desc(name: &'static str) -> Self {
        Self::Column { name: Text::Borrowed(name), descending: true }
    }

    /// An expression, smallest value first.
    pub const fn expression(expression: &'static str) -> Self {
        Self::Expression { expression: Text::Borrowed(expression), descending: false }
    }

    /// The column's name, unless this is an expression.
    pub fn column(&self) -> Option<&str> {
        match self {
            Self::Column { name, .. } => Some(name),
            Self::Expression { .. } => None,
        }
    }

    /// Whether larger values come first.
    pub const fn is_descending(&self) -> bool {
        match self {
            Self::Column { descending, .. } | Self::Expression { descending, .. } => *descending,
        }
    }
}
