//! The kinds of values: which of them may meet, and what comes of it.

use crate::model::DataType;

/// What kind of value an expression gives, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Whole,
    Decimal,
    Float,
    /// A number of which no more is known.
    Number,
    Bool,
    Date,
    Time,
    Timestamp,
    Instant,
    /// `date '..'`, which is also the first moment of that day.
    Day,
    /// `timestamp '..'`, which is in UTC beside an instant.
    Moment,
    Bytes,
    Unknown,
}

impl Kind {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Whole | Self::Decimal | Self::Float | Self::Number => "a number",
            Self::Bool => "a condition",
            Self::Date | Self::Day => "a date",
            Self::Time => "a time of day",
            Self::Timestamp => "a time without a zone",
            Self::Instant => "an instant",
            Self::Moment => "a date and time",
            Self::Bytes => "bytes or a UUID",
            Self::Unknown => "a value",
        }
    }

    pub(super) const fn is_number(self) -> bool {
        matches!(self, Self::Whole | Self::Decimal | Self::Float | Self::Number)
    }

    /// Whether a value of the other kind stands for one of this kind.
    pub(super) fn reads(self, other: Self) -> bool {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => true,
            (Self::Date | Self::Timestamp | Self::Instant | Self::Moment, Self::Day) => true,
            (Self::Timestamp | Self::Instant, Self::Moment) => true,
            (one, other) => one == other || (one.is_number() && other.is_number()),
        }
    }

    /// The kind of what is one or the other, if they may meet.
    pub(super) fn meeting(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Unknown, kind) | (kind, Self::Unknown) => Some(kind),
            (one, other) if one.is_number() && other.is_number() => Some(one.with(other)),
            (one, other) if one.reads(other) => Some(one),
            (one, other) => other.reads(one).then_some(other),
        }
    }

    /// The kind of a number that is computed from two others.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Whole, Self::Whole) => Self::Whole,
            (Self::Float, other) | (other, Self::Float) if other.is_number() => Self::Float,
            (Self::Whole | Self::Decimal, Self::Whole | Self::Decimal) => Self::Decimal,
            _ => Self::Number,
        }
    }
}

/// The kind of a column's values.
pub(super) fn kind_of(data_type: &DataType) -> Kind {
    match data_type {
        DataType::Text | DataType::Varchar(_) | DataType::Enum(_) => Kind::Text,
        DataType::I16 | DataType::I32 | DataType::I64 => Kind::Whole,
        DataType::F32 | DataType::F64 => Kind::Float,
        DataType::Decimal { .. } => Kind::Decimal,
        DataType::Bool => Kind::Bool,
        DataType::Date => Kind::Date,
        DataType::Time => Kind::Time,
        DataType::Timestamp => Kind::Timestamp,
        DataType::TimestampTz => Kind::Instant,
        DataType::Uuid | DataType::Blob | DataType::Binary(_) => Kind::Bytes,
        // A document, or a type of the user's own, may be anything.
        DataType::Json | DataType::Late(_) => Kind::Unknown,
    }
}
