//! How keys and indexes are written, and what of them an engine refuses: the answers about both.

use crate::expr::Expr;
use crate::model::{DataType, TableDef};

/// Indexes over some rows only.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Partial {
    /// `WHERE` any condition.
    Where,
    /// `WHERE` comparisons of columns with constants, joined by AND: this judges them.
    WhereIf(fn(&Expr, &TableDef) -> Result<(), Unfit>),
    /// A unique index over expressions that are NULL for the other rows; an index that is not unique cannot be.
    UniqueByExpression(&'static str),
    No(&'static str),
}

/// A part of a condition that an engine does not take in an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unfit {
    /// Where it begins, in bytes.
    pub(crate) offset: usize,
    /// What to write instead.
    pub(crate) help: String,
}

/// Indexes over expressions.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ExpressionIndex {
    /// `((expression))`
    InParentheses,
    /// `(expression)`
    Bare,
    /// `COMPUTED BY (expression)`, one to an index: this makes one of several columns.
    ComputedBy(JoinedKey),
    No(&'static str),
}

/// One value in the place of several columns, of which the types and the quoted names are given, or the position of a column
/// whose type cannot be part of it.
pub(crate) type JoinedKey = fn(&[(Option<&DataType>, String)]) -> Result<String, usize>;

/// The directions of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Directions {
    PerPart,
    PerIndex,
}

/// What a unique constraint thinks of NULL. We promise that NULLs never collide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum UniqueNulls {
    /// They never collide.
    Distinct,
    /// They are equal: such a constraint becomes an index over the rows without NULL.
    Equal,
    /// They are equal if another column of the constraint is not NULL: such a constraint over several columns becomes
    /// an index over expressions.
    EqualBesideValues,
}

/// Several indexes over the same columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SameColumns {
    Allowed,
    /// A second unique constraint is refused; the first says it already.
    OneConstraint,
    /// A second index of any kind is refused; the first one serves.
    OneIndex,
}
