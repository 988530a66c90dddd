//! Tables that hold every column type, each value required and each optional.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tablewright::prelude::*;
use uuid::Uuid;

/// Numbers.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "numbers")]
pub struct Numbers {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// 16 bits.
    pub small: i16,
    /// 32 bits.
    pub medium: i32,
    /// 64 bits.
    pub large: i64,
    /// True or false.
    pub truth: bool,
    /// 32 bits of floating point.
    pub single: f32,
    /// 64 bits of floating point.
    pub double: f64,
    /// Money.
    #[column(precision = 18, scale = 2)]
    pub money: Decimal,
    /// More digits than a 64-bit integer has.
    #[column(precision = 28, scale = 10)]
    pub exact: Decimal,
}

/// Texts and bytes.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "strings")]
pub struct Strings {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// A text of limited length.
    #[column(max_length = 10)]
    pub short: String,
    /// A text without limit.
    pub long: String,
    /// Bytes of limited length.
    #[column(max_length = 16)]
    pub short_bytes: Vec<u8>,
    /// Bytes without limit.
    pub long_bytes: Vec<u8>,
}

/// Times, identifiers, documents.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "moments")]
pub struct Moments {
    /// The key.
    #[column(primary_key)]
    pub id: Uuid,
    /// A date.
    pub day: NaiveDate,
    /// A time of day.
    pub hour: NaiveTime,
    /// A date and a time of day.
    #[column(allow(timestamp_without_zone, reason = "every type is tried"))]
    pub local: NaiveDateTime,
    /// An instant.
    pub instant: DateTime<Utc>,
    /// A document.
    pub document: Json<Document>,
}

/// What a document holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// A text.
    pub title: String,
    /// Documents inside it.
    pub parts: Vec<Document>,
    /// Something absent.
    pub nothing: Option<i64>,
}

/// What was measured.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "measures")]
pub struct Measure {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Numbers, some of which may be missing.
    pub values: Json<Vec<Option<f64>>>,
}

/// Every column type, optional.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "optionals")]
pub struct Optionals {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// See [`Numbers`].
    pub small: Option<i16>,
    /// See [`Numbers`].
    pub medium: Option<i32>,
    /// See [`Numbers`].
    pub large: Option<i64>,
    /// See [`Numbers`].
    pub truth: Option<bool>,
    /// See [`Numbers`].
    pub single: Option<f32>,
    /// See [`Numbers`].
    pub double: Option<f64>,
    /// See [`Numbers`].
    #[column(precision = 18, scale = 2)]
    pub money: Option<Decimal>,
    /// See [`Numbers`].
    #[column(precision = 28, scale = 10)]
    pub exact: Option<Decimal>,
    /// See [`Strings`].
    #[column(max_length = 10)]
    pub short: Option<String>,
    /// See [`Strings`].
    pub long: Option<String>,
    /// See [`Strings`].
    #[column(max_length = 16)]
    pub short_bytes: Option<Vec<u8>>,
    /// See [`Strings`].
    pub long_bytes: Option<Vec<u8>>,
    /// See [`Moments`].
    pub day: Option<NaiveDate>,
    /// See [`Moments`].
    pub hour: Option<NaiveTime>,
    /// See [`Moments`].
    #[column(allow(timestamp_without_zone, reason = "every type is tried"))]
    pub local: Option<NaiveDateTime>,
    /// See [`Moments`].
    pub instant: Option<DateTime<Utc>>,
    /// See [`Moments`].
    pub identity: Option<Uuid>,
    /// See [`Moments`].
    pub document: Option<Json<Document>>,
}
