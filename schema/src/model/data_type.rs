//! The closed list of data types a column can have.

use super::borrowed::{slice, text};
use super::{List, Text};

/// What a column holds, apart from any engine's name for it.
///
/// Each dialect decides in its `types.rs` how it stores each of these; the match there is exhaustive.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DataType {
    /// Text of any length.
    Text,
    /// Text of at most this many characters (not bytes).
    Varchar(u32),
    /// A 16-bit signed integer.
    I16,
    /// A 32-bit signed integer.
    I32,
    /// A 64-bit signed integer.
    I64,
    /// True or false.
    Bool,
    /// A 32-bit binary floating-point number.
    F32,
    /// A 64-bit binary floating-point number.
    F64,
    /// An exact decimal number of `precision` digits, `scale` of them after the point.
    Decimal {
        /// Digits in all.
        precision: u8,
        /// Digits after the point.
        scale: u8,
    },
    /// A calendar date.
    Date,
    /// A time of day, to the microsecond.
    Time,
    /// A date and time without a zone, to the microsecond.
    Timestamp,
    /// An instant, to the microsecond; read back in UTC.
    TimestampTz,
    /// A UUID.
    Uuid,
    /// A JSON document.
    Json,
    /// Bytes of any length.
    Blob,
    /// Bytes, at most this many.
    Binary(u32),
    /// One of a closed list of texts, in order of declaration.
    Enum(List<Text>),
    /// A type of the user's own in column number `n`, whose data type the derive cannot see: rendered as the markers of
    /// [`crate::sql::Late`], which the derive replaces by constants of that type. Never in a finished model.
    #[doc(hidden)]
    Late(u16),
}

impl DataType {
    /// Whether the database may number rows in a column of this type.
    pub const fn is_integer(&self) -> bool {
        matches!(self, Self::I16 | Self::I32 | Self::I64)
    }

    /// Whether values are dates or times, with a zone or without.
    pub const fn is_time(&self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Timestamp | Self::TimestampTz)
    }

    /// Whether values are texts of unlimited length, which most engines cannot put into a key.
    pub const fn is_unbounded(&self) -> bool {
        matches!(self, Self::Text | Self::Json | Self::Blob)
    }

    /// The longest value of an enumeration, in characters.
    pub const fn enum_width(values: &List<Text>) -> u32 {
        let (values, mut most) = (slice(values), if slice(values).is_empty() { 1 } else { 0 });
        let mut n = 0;
        while n < values.len() {
            let (bytes, mut characters, mut at) = (text(&values[n]).as_bytes(), 0, 0);
            while at < bytes.len() {
                // Each character has one byte that goes on no other.
                characters += (bytes[at] & 0xC0 != 0x80) as u32;
                at += 1;
            }
            if characters > most {
                most = characters;
            }
            n += 1;
        }
        most
    }
}
