//! Defaults that are made: the time, a UUID, an expression of the database's.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use tablewright::prelude::*;
use uuid::Uuid;

use crate::golden::case::Model;

/// The client makes these; the database makes the times for other writers.
#[derive(Debug, Table)]
#[table(name = "made")]
pub struct Made {
    /// Made by the client.
    #[column(primary_key, default = uuid)]
    pub id: Uuid,
    /// Made by the client, as a text.
    #[column(max_length = 36, default = uuid)]
    pub token: String,
    /// Now.
    #[column(default = now)]
    pub instant: DateTime<Utc>,
    /// Now, or nothing.
    #[column(default = now)]
    pub perhaps: Option<DateTime<Utc>>,
}

/// Times without a zone, which are in UTC: Firebird cannot make one as a default.
#[derive(Debug, Table)]
#[table(name = "clocks")]
pub struct Clock {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Today.
    #[column(default = now)]
    pub day: NaiveDate,
    /// Now, without a date.
    #[column(default = now)]
    pub hour: NaiveTime,
    /// Now, without a zone.
    #[column(default = now, allow(timestamp_without_zone, reason = "every type is tried"))]
    pub local: NaiveDateTime,
}

/// The database evaluates these for each row.
#[derive(Debug, Table)]
#[table(name = "evaluated")]
pub struct Evaluated {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// A number.
    #[column(default = expr(2 + 3))]
    pub number: i32,
    /// A text.
    #[column(max_length = 20, default = expr(upper("it's")))]
    pub word: String,
}

/// Made by the client, and by the database.
pub fn models() -> Vec<Model> {
    [Made::META, Clock::META, Evaluated::META].map(Model::Derived).into()
}
