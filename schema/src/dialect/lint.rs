//! What a dialect knows of changes that are right and will hurt: the answers that the lint asks for.

use super::version::Version;
use crate::lint::{Operation, OperationKind, Rule, TextRule};
use crate::model::DataType;

/// What a dialect warns of.
#[derive(Clone, Copy)]
pub(crate) struct DialectLint {
    /// Operations that take long, or keep others waiting.
    pub(crate) hazards: &'static [Hazard],
    /// What goes wrong in statements that were written by hand.
    pub(crate) texts: &'static [TextRule],
}

/// An operation that takes long, or keeps others waiting.
pub(crate) struct Hazard {
    pub(crate) rule: &'static Rule,
    pub(crate) on: &'static [OperationKind],
    /// Whether it does for this one: a type may become another at no cost.
    pub(crate) applies: fn(&Operation<'_>) -> bool,
    /// The releases that do it so.
    pub(crate) releases: Releases,
    /// Which statements of a plan do it so.
    pub(crate) words: Words,
    /// What it costs: stands behind the operation and a colon.
    pub(crate) what: &'static str,
    pub(crate) help: &'static str,
}

/// The releases that a hazard is one of.
#[derive(Clone, Copy)]
pub(crate) enum Releases {
    All,
    /// Those older than this one.
    Before(Version),
    /// From the first one on, up to the second one, which does it better.
    Between(Version, Version),
}

/// The words by which a statement is told from one that does the same in another way.
#[derive(Clone, Copy)]
pub(crate) enum Words {
    Any,
    With(&'static [&'static str]),
    Without(&'static [&'static str]),
}

impl Releases {
    pub(crate) fn contain(self, version: Version) -> bool {
        match self {
            Self::All => true,
            Self::Before(end) => version < end,
            Self::Between(start, end) => start <= version && version < end,
        }
    }
}

impl DialectLint {
    /// Nothing.
    pub(crate) const NONE: Self = Self { hazards: &[], texts: &[] };
}

/// For operations that always cost the same.
pub(crate) fn always(_: &Operation<'_>) -> bool {
    true
}

/// Whether a text only gets more room: no engine looks at the rows for that.
pub(crate) fn is_longer_text(operation: &Operation<'_>) -> bool {
    let width = |data_type: &DataType| match data_type {
        DataType::Varchar(length) => Some(*length),
        DataType::Enum(values) => Some(DataType::enum_width(values)),
        DataType::Text => Some(u32::MAX),
        _ => None,
    };
    let widths = operation.types.and_then(|(from, to)| Some((width(from)?, width(to)?)));
    widths.is_some_and(|(from, to)| from <= to)
}

/// Whether a decimal only gets more digits before the point.
pub(crate) fn has_more_digits(operation: &Operation<'_>) -> bool {
    match operation.types {
        Some((
            DataType::Decimal { precision: from, scale: before },
            DataType::Decimal { precision: to, scale: after },
        )) => before == after && from <= to,
        _ => false,
    }
}
