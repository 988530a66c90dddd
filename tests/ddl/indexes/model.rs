//! Indexes: one column, several, descending, unique, named and not.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use crate::golden::case::Model;

/// Indexes of every form that all engines have.
#[derive(Debug, Table)]
#[allow(clippy::duplicated_attributes, reason = "the lint takes a column in two indexes for a mistake")]
#[table(name = "events")]
#[index(name = "by_kind", columns(kind, place, id))]
#[index(columns(kind desc, happened_at desc))]
#[index(name = "once", columns(place, title), unique)]
pub struct Event {
    /// The key.
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// Indexed alone.
    #[index]
    #[column(max_length = 40)]
    pub title: String,
    /// Indexed alone, latest first.
    #[index(name = "latest", desc)]
    pub happened_at: DateTime<Utc>,
    /// Where.
    #[column(max_length = 40)]
    pub place: String,
    /// What kind.
    pub kind: i16,
    /// Indexed and unique.
    #[index(unique)]
    pub number: i32,
}

/// An index that goes up and down, which Firebird has not.
#[derive(Debug, Table)]
#[table(name = "mixed")]
#[index(columns(place, happened_at desc))]
pub struct Mixed {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Up.
    #[column(max_length = 40)]
    pub place: String,
    /// Down.
    pub happened_at: DateTime<Utc>,
}

/// In one direction, and in two.
pub fn models() -> Vec<Model> {
    [Event::META, Mixed::META].map(Model::Derived).into()
}
