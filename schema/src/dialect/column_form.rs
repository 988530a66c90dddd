//! How columns are written: the answers about numbers, defaults, computed values and texts.

use crate::model::Generated;

/// What a backslash in a text constant means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Backslash {
    Plain,
    Escapes,
}

/// What an empty text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EmptyText {
    Text,
    Null,
}

/// How a constant stands in a DEFAULT.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DefaultForm {
    Plain,
    InParentheses,
}

/// Whether defaults are constraints with names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DefaultNames {
    None,
    Constraint,
}

/// Where the checks stand that come with the type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypeChecks {
    /// Behind all columns, as those of the table.
    BehindColumns,
    /// In the column, which can be added together with them then.
    InColumn,
}

/// How the database is told to number the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Identity {
    /// A clause of the column.
    Clause(&'static str),
    /// A clause that makes the column the primary key as well.
    WithKey(&'static str),
}

/// Where a numbered column can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberedColumn {
    Anywhere,
    FirstOfKey,
    OnlyKey,
}

/// Whether a computed value is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stored {
    InTheRow,
    OnRead,
}

impl Stored {
    pub(crate) fn of(computed: &Generated) -> Self {
        if computed.stored { Self::InTheRow } else { Self::OnRead }
    }
}

/// A computed column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GeneratedSql {
    /// The type's name; empty if the dialect takes the expression's.
    pub(crate) type_name: String,
    pub(crate) clause: String,
    pub(crate) not_null: NotNull,
}

/// How a computed column refuses NULL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotNull {
    Clause,
    /// By a check of the expression, for the column itself takes no NOT NULL.
    Check,
}
