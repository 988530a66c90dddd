//! What goes to a database: borrowed parameters for static statements, owned values for conditions and patches.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SubsecRound, Utc};
use rust_decimal::Decimal;
use tablewright_schema::DataType;
use uuid::Uuid;

/// Digits of a second that a column keeps.
pub(crate) const MICROSECONDS: u16 = 6;

/// One parameter of a statement, borrowed from the struct it comes from.
///
/// Times carry microseconds at most: [`crate::ColumnType::param`] has cut the rest.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Param<'a> {
    /// NULL, with the type of the column, which some wire protocols need.
    Null(NullType),
    /// True or false.
    Bool(bool),
    /// A 16-bit integer.
    I16(i16),
    /// A 32-bit integer.
    I32(i32),
    /// A 64-bit integer.
    I64(i64),
    /// A 32-bit float.
    F32(f32),
    /// A 64-bit float.
    F64(f64),
    /// An exact decimal for a column of this precision and scale; the value fits both.
    Decimal {
        /// The value.
        value: Decimal,
        /// The column's digits in all.
        precision: u8,
        /// The column's digits after the point.
        scale: u8,
    },
    /// Text, also the value of an enumeration.
    Text(Cow<'a, str>),
    /// Bytes.
    Bytes(Cow<'a, [u8]>),
    /// A date.
    Date(NaiveDate),
    /// A time of day.
    Time(NaiveTime),
    /// A date and time without a zone.
    Timestamp(NaiveDateTime),
    /// An instant.
    TimestampTz(DateTime<Utc>),
    /// A UUID.
    Uuid(Uuid),
    /// A JSON document, serialised.
    Json(Cow<'a, str>),
}

/// An owned parameter, for what outlives the borrow: conditions and patches.
pub type Value = Param<'static>;

/// The type of a NULL.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
#[allow(missing_docs, reason = "each is the NULL of the `Param` of the same name")]
pub enum NullType {
    Bool,
    I16,
    I32,
    I64,
    F32,
    F64,
    Decimal,
    Text,
    Bytes,
    Date,
    Time,
    Timestamp,
    TimestampTz,
    Uuid,
    Json,
}

impl Param<'_> {
    /// About how many bytes it takes in a message.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Text(text) | Self::Json(text) => text.len() + 9,
            Self::Bytes(bytes) => bytes.len() + 9,
            Self::Decimal { .. } => 32,
            Self::Null(_)
            | Self::Bool(_)
            | Self::I16(_)
            | Self::I32(_)
            | Self::I64(_)
            | Self::F32(_)
            | Self::F64(_)
            | Self::Date(_)
            | Self::Time(_)
            | Self::Timestamp(_)
            | Self::TimestampTz(_)
            | Self::Uuid(_) => 16,
        }
    }

    /// The same parameter, owning its data.
    pub fn into_owned(self) -> Value {
        match self {
            Self::Null(kind) => Param::Null(kind),
            Self::Bool(value) => Param::Bool(value),
            Self::I16(value) => Param::I16(value),
            Self::I32(value) => Param::I32(value),
            Self::I64(value) => Param::I64(value),
            Self::F32(value) => Param::F32(value),
            Self::F64(value) => Param::F64(value),
            Self::Decimal { value, precision, scale } => Param::Decimal { value, precision, scale },
            Self::Text(value) => Param::Text(Cow::Owned(value.into_owned())),
            Self::Bytes(value) => Param::Bytes(Cow::Owned(value.into_owned())),
            Self::Date(value) => Param::Date(value),
            Self::Time(value) => Param::Time(value),
            Self::Timestamp(value) => Param::Timestamp(value),
            Self::TimestampTz(value) => Param::TimestampTz(value),
            Self::Uuid(value) => Param::Uuid(value),
            Self::Json(value) => Param::Json(Cow::Owned(value.into_owned())),
        }
    }
}

/// Parameters of hand-written SQL are made with `.into()`.
macro_rules! from {
    ($($type:ty: |$value:ident| $param:expr;)+) => {$(
        impl<'a> From<$type> for Param<'a> {
            fn from($value: $type) -> Self {
                $param
            }
        }
    )+};
}

from! {
    bool: |value| Self::Bool(value);
    i16: |value| Self::I16(value);
    i32: |value| Self::I32(value);
    i64: |value| Self::I64(value);
    f32: |value| Self::F32(value);
    f64: |value| Self::F64(value);
    &'a str: |value| Self::Text(Cow::Borrowed(value));
    String: |value| Self::Text(Cow::Owned(value));
    &'a [u8]: |value| Self::Bytes(Cow::Borrowed(value));
    Vec<u8>: |value| Self::Bytes(Cow::Owned(value));
    NaiveDate: |value| Self::Date(value);
    NaiveTime: |value| Self::Time(value.trunc_subsecs(MICROSECONDS));
    NaiveDateTime: |value| Self::Timestamp(value.trunc_subsecs(MICROSECONDS));
    DateTime<Utc>: |value| Self::TimestampTz(value.trunc_subsecs(MICROSECONDS));
    Uuid: |value| Self::Uuid(value);
}

/// Says which variant it is and never the value: a parameter may be personal.
impl std::fmt::Debug for Param<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Null(_) => "Null",
            Self::Bool(_) => "Bool(..)",
            Self::I16(_) => "I16(..)",
            Self::I32(_) => "I32(..)",
            Self::I64(_) => "I64(..)",
            Self::F32(_) => "F32(..)",
            Self::F64(_) => "F64(..)",
            Self::Decimal { .. } => "Decimal(..)",
            Self::Text(_) => "Text(..)",
            Self::Bytes(_) => "Bytes(..)",
            Self::Date(_) => "Date(..)",
            Self::Time(_) => "Time(..)",
            Self::Timestamp(_) => "Timestamp(..)",
            Self::TimestampTz(_) => "TimestampTz(..)",
            Self::Uuid(_) => "Uuid(..)",
            Self::Json(_) => "Json(..)",
        })
    }
}

impl NullType {
    /// The NULL of a column of this type.
    pub const fn of(data_type: &DataType) -> Self {
        match data_type {
            DataType::Bool => Self::Bool,
            DataType::I16 => Self::I16,
            DataType::I32 => Self::I32,
            DataType::I64 => Self::I64,
            DataType::F32 => Self::F32,
            DataType::F64 => Self::F64,
            DataType::Decimal { .. } => Self::Decimal,
            DataType::Blob | DataType::Binary(_) => Self::Bytes,
            DataType::Date => Self::Date,
            DataType::Time => Self::Time,
            DataType::Timestamp => Self::Timestamp,
            DataType::TimestampTz => Self::TimestampTz,
            DataType::Uuid => Self::Uuid,
            DataType::Json => Self::Json,
            // Text, Varchar, Enum; the schema's list may grow, and text is what every engine can take as NULL.
            _ => Self::Text,
        }
    }
}
