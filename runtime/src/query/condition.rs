//! Conditions over the columns of one table.

use std::marker::PhantomData;
use std::ops::{BitAnd, BitOr, Not};

use tablewright_schema::ColumnDef;

use super::compare::Operand;
use super::fault::Fault;
use crate::param::Value;

/// A condition over the columns of table `T`, made by the methods of its column tokens.
///
/// ```
/// # use tablewright::prelude::*;
/// # #[derive(Debug, Clone, Table)]
/// # #[table(name = "doctors")]
/// # struct Doctor { #[column(primary_key, auto_increment)] id: i64, #[column(max_length = 20)] province: Option<String>, is_active: bool }
/// let near = Doctor::PROVINCE.eq("Gauteng").or(Doctor::PROVINCE.is_null());
/// let condition = Doctor::IS_ACTIVE.eq(true).and(near);
/// ```
///
/// `&`, `|` and `!` do the same as [`and`](Self::and), [`or`](Self::or) and [`not`](Self::not).
///
/// # NULL
/// Conditions have SQL's three values: a comparison with a NULL is neither true nor false, and neither is its opposite.
/// `PROVINCE.ne("Gauteng")` and `!PROVINCE.eq("Gauteng")` both leave out the rows without a province; add
/// `.or(PROVINCE.is_null())` to have them.
#[must_use = "a condition does nothing until a query takes it"]
pub struct Condition<T> {
    pub(crate) node: Node,
    table: PhantomData<fn() -> T>,
}

/// The tree of a condition, the same type for every table, so that it is rendered by one piece of code.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// Every row.
    All,
    /// No row.
    Nothing,
    /// Two operands.
    Compare(&'static ColumnDef, Comparison, Operand),
    /// Between the first and the second operand, both included.
    Between(&'static ColumnDef, Operand, Operand),
    /// One of the operands.
    In(&'static ColumnDef, Membership, Vec<Operand>),
    /// A pattern, a text in the notation of [`super::pattern`].
    Like(&'static ColumnDef, Value),
    /// NULL, or not.
    Null(&'static ColumnDef, Nullness),
    /// Each of them.
    Every(Vec<Node>),
    /// One of them.
    Any(Vec<Node>),
    /// The opposite.
    Opposite(Box<Node>),
    /// Cannot be asked.
    Invalid(Fault),
}

/// Which rows a condition is about, as far as its form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rows {
    All,
    Nothing,
    /// What is in the rows decides.
    Asked,
}

impl Node {
    /// Which rows it is about, whatever is in them.
    pub(crate) fn rows(&self) -> Rows {
        // The first that decides alone, or what they all say.
        let list = |nodes: &[Self], decides: Rows, empty: Rows| {
            nodes.iter().map(Self::rows).fold(empty, |so_far, rows| match (so_far, rows) {
                (one, other) if one == decides || other == decides => decides,
                (one, other) if one == empty && other == empty => empty,
                _ => Rows::Asked,
            })
        };
        match self {
            Self::All => Rows::All,
            Self::Nothing => Rows::Nothing,
            Self::In(_, Membership::Inside, operands) if operands.is_empty() => Rows::Nothing,
            Self::In(_, Membership::Outside, operands) if operands.is_empty() => Rows::All,
            Self::Every(nodes) => list(nodes, Rows::Nothing, Rows::All),
            Self::Any(nodes) => list(nodes, Rows::All, Rows::Nothing),
            Self::Opposite(node) => match node.rows() {
                Rows::All => Rows::Nothing,
                Rows::Nothing => Rows::All,
                Rows::Asked => Rows::Asked,
            },
            Self::Compare(..)
            | Self::Between(..)
            | Self::In(..)
            | Self::Like(..)
            | Self::Null(..)
            | Self::Invalid(_) => Rows::Asked,
        }
    }
}

/// A comparison of two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Whether a value has to be in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Membership {
    Inside,
    Outside,
}

/// Whether a value has to be NULL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nullness {
    Null,
    NotNull,
}

impl<T> Condition<T> {
    pub(crate) const fn new(node: Node) -> Self {
        Self { node, table: PhantomData }
    }

    /// Every row.
    pub const fn all() -> Self {
        Self::new(Node::All)
    }

    /// No row.
    pub const fn none() -> Self {
        Self::new(Node::Nothing)
    }

    /// Every one of the conditions. Of an empty list: every row when reading. Changing and deleting refuse whatever turns out
    /// to be every row, for an empty list is more often a mistake than a wish ([`all`](Self::all), alone, says the wish).
    pub fn all_of(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Node::Every(conditions.into_iter().map(|condition| condition.node).collect()))
    }

    /// At least one of the conditions. Of an empty list: no row.
    pub fn any_of(conditions: impl IntoIterator<Item = Self>) -> Self {
        Self::new(Node::Any(conditions.into_iter().map(|condition| condition.node).collect()))
    }

    /// Both conditions.
    pub fn and(self, other: Self) -> Self {
        Self::new(match (self.node, other.node) {
            (Node::Every(mut nodes), Node::Every(more)) => {
                nodes.extend(more);
                Node::Every(nodes)
            }
            (Node::Every(mut nodes), node) => {
                nodes.push(node);
                Node::Every(nodes)
            }
            (left, right) => Node::Every(vec![left, right]),
        })
    }

    /// One of the conditions, or both.
    pub fn or(self, other: Self) -> Self {
        Self::new(match (self.node, other.node) {
            (Node::Any(mut nodes), Node::Any(more)) => {
                nodes.extend(more);
                Node::Any(nodes)
            }
            (Node::Any(mut nodes), node) => {
                nodes.push(node);
                Node::Any(nodes)
            }
            (left, right) => Node::Any(vec![left, right]),
        })
    }

    /// The opposite. Rows for which the condition is unknown because of a NULL fulfil neither it nor the opposite.
    #[allow(clippy::should_implement_trait, reason = "it is implemented too; the method reads better after a chain")]
    pub fn not(self) -> Self {
        Self::new(match self.node {
            Node::All => Node::Nothing,
            Node::Nothing => Node::All,
            Node::Opposite(node) => *node,
            node => Node::Opposite(Box::new(node)),
        })
    }
}

impl<T> BitAnd for Condition<T> {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl<T> BitOr for Condition<T> {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

impl<T> Not for Condition<T> {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

impl<T> Clone for Condition<T> {
    fn clone(&self) -> Self {
        Self::new(self.node.clone())
    }
}

/// Shows columns and operators, and never a value.
impl<T> std::fmt::Debug for Condition<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Condition").field(&self.node).finish()
    }
}
