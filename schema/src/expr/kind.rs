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
    Uuid,
    /// JSON, which engines keep and compare each in its own way.
    Document,
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
            Self::Bytes => "bytes",
            Self::Uuid => "a UUID",
            Self::Document => "a document",
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
        DataType::Uuid => Kind::Uuid,
        DataType::Blob | DataType::Binary(_) => Kind::Bytes,
        DataType::Json => Kind::Document,
        // A type of the user's own may be anything.
        DataType::Late(_) => Kind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{mistake, table};
    use super::super::{Context, misfit, parse};
    use super::*;

    #[test]
    fn documents_are_kept_and_not_computed() {
        let condition = |text| mistake(text, Context::Condition);
        let no_order = "documents cannot be compared, for each engine does it in its own way | ask whether it `is null`, or keep \
                        what is compared in a column of its own";
        assert_eq!(condition("pair is null or coalesce(pair, doc) is not null"), "");
        assert_eq!(condition("doc <> pair"), format!("0 {no_order}"));
        assert_eq!(condition("nullif(doc, pair) is null"), format!("7 {no_order}"));
        assert_eq!(
            condition("doc <> '{}'"),
            "7 a document cannot be compared with a text | ask whether it `is null`, or keep what is compared in a column of its own"
        );
        assert_eq!(condition("length(doc) > 2"), "7 `length` needs a text");
        assert_eq!(condition("doc like '%x%'"), "0 `like` needs a text");
        assert_eq!(condition("doc || 'x' = name"), "0 `||` joins texts");
        let given = |text: &str, data_type: DataType| misfit(&parse(text).unwrap(), &table(), &data_type);
        assert_eq!(given("1 + 1", DataType::Json), Some("a number"));
        assert_eq!(given("name", DataType::Json), Some("a text"));
        assert_eq!(given("'{'", DataType::Json), Some("a text"));
        assert_eq!(given("doc", DataType::Text), Some("a document"));
        assert_eq!(given("coalesce(pair, doc)", DataType::Json), None);
        assert_eq!(given("tenant", DataType::Binary(16)), Some("a UUID"));
        assert_eq!(given("raw", DataType::Binary(16)), None);
    }
}
