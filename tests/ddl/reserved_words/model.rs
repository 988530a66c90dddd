//! Words of SQL as names: always quoted, on every engine.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;

use crate::golden::case::Model;

/// Named like a clause.
#[derive(Debug, Table)]
#[table(name = "order")]
#[index(columns(desc, from))]
#[unique(columns(table))]
#[check(value > 0)]
pub struct Order {
    /// Named like a clause.
    #[column(primary_key)]
    pub select: i64,
    /// Named like a clause.
    pub from: i32,
    /// Named like a direction.
    pub desc: i32,
    /// Named like a thing.
    pub table: i32,
    /// Named like a type.
    pub timestamp: DateTime<Utc>,
    /// Named like a function.
    pub value: i32,
    /// Named like a type, in another case.
    #[column(name = "Date")]
    pub day: i32,
    /// Named like a word of Rust.
    pub r#type: i32,
}

/// Named like a clause, and refers to one.
#[derive(Debug, Table)]
#[table(name = "group")]
pub struct Group {
    /// Named like a key.
    #[column(primary_key)]
    pub key: i64,
    /// Named like a statement.
    #[foreign_key(Order(select))]
    #[column(allow(foreign_key_without_index, reason = "an index would need a name"))]
    pub update: i64,
}

/// Two tables.
pub fn models() -> Vec<Model> {
    [Order::META, Group::META].map(Model::Derived).into()
}
