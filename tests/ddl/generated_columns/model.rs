//! Columns whose values the database computes.

use tablewright::prelude::*;

use crate::golden::case::Model;

/// Computed numbers and texts.
#[derive(Debug, Table)]
#[table(name = "rooms")]
pub struct Room {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// The width.
    pub width: i32,
    /// The length.
    pub length: i32,
    /// The name.
    #[column(max_length = 20)]
    pub name: String,
    /// Computed on each read.
    #[column(generated(width * length))]
    pub area: i32,
    /// Computed once and kept.
    #[column(generated(upper(name), stored), max_length = 20)]
    pub loud_name: String,
}

/// One table.
pub fn models() -> Vec<Model> {
    [Room::META].map(Model::Derived).into()
}
