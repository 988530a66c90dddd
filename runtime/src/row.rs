//! One row of a result, read by index through typed getters.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::column_type::ColumnType;
use crate::error::Result;

/// A row while the driver stands on it; nothing is copied before a getter is called.
///
/// A driver MUST accept any order of calls and repeated calls for one column. Columns count from zero. A getter MUST
/// return an error of kind [`Decode`](crate::Kind::Decode) that names the column if the value is NULL or cannot be of
/// that type; it MUST NOT panic or guess.
pub trait Row {
    /// Whether the column is NULL.
    fn is_null(&mut self, column: usize) -> Result<bool>;
    /// True or false.
    fn bool(&mut self, column: usize) -> Result<bool>;
    /// A 16-bit integer.
    fn i16(&mut self, column: usize) -> Result<i16>;
    /// A 32-bit integer.
    fn i32(&mut self, column: usize) -> Result<i32>;
    /// A 64-bit integer.
    fn i64(&mut self, column: usize) -> Result<i64>;
    /// A 32-bit float.
    fn f32(&mut self, column: usize) -> Result<f32>;
    /// A 64-bit float.
    fn f64(&mut self, column: usize) -> Result<f64>;
    /// A decimal of a column with this precision and scale.
    fn decimal(&mut self, column: usize, precision: u8, scale: u8) -> Result<Decimal>;
    /// Text.
    fn text(&mut self, column: usize) -> Result<&str>;
    /// Bytes.
    fn bytes(&mut self, column: usize) -> Result<&[u8]>;
    /// A date.
    fn date(&mut self, column: usize) -> Result<NaiveDate>;
    /// A time of day.
    fn time(&mut self, column: usize) -> Result<NaiveTime>;
    /// A date and time without a zone.
    fn timestamp(&mut self, column: usize) -> Result<NaiveDateTime>;
    /// An instant.
    fn timestamp_tz(&mut self, column: usize) -> Result<DateTime<Utc>>;
    /// A UUID.
    fn uuid(&mut self, column: usize) -> Result<Uuid>;
    /// A JSON document, serialised.
    fn json(&mut self, column: usize) -> Result<&str>;
}

impl dyn Row + '_ {
    /// The value of a column as a column type: for rows of hand-written SQL ([`HandwrittenSql`](crate::HandwrittenSql)).
    ///
    /// # Errors
    /// Of kind [`Decode`](crate::Kind::Decode) if the value is NULL and `V` no `Option`, or no value of `V`.
    pub fn get<V: ColumnType>(&mut self, column: usize) -> Result<V> {
        V::decode(self, column, &V::TYPE)
    }
}
