//! Unique constraints: one column, several, nullable ones, whose NULLs never collide.

use tablewright::prelude::*;

use crate::golden::case::Model;

/// Required columns.
#[derive(Debug, Table)]
#[table(name = "required")]
#[unique(columns(first, second))]
#[unique(name = "one_word", columns(word))]
pub struct Required {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Unique with the second.
    pub first: i32,
    /// Unique with the first.
    pub second: i32,
    /// Unique under a name of one's own.
    #[column(max_length = 20)]
    pub word: String,
    /// Unique alone.
    #[column(unique)]
    pub number: i64,
}

/// Nullable columns.
#[derive(Debug, Table)]
#[table(name = "nullable")]
#[unique(columns(first, second))]
#[index(name = "ix_nullable_mixed", columns(required, second), unique)]
pub struct Nullable {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Unique alone.
    #[column(max_length = 20, unique)]
    pub word: Option<String>,
    /// Unique with the second.
    pub first: Option<i32>,
    /// Unique with the first, and with the required one.
    pub second: Option<i32>,
    /// Unique with the second.
    pub required: i32,
}

/// Required and nullable.
pub fn models() -> Vec<Model> {
    [Required::META, Nullable::META].map(Model::Derived).into()
}
