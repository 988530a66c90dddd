//! Primary keys: one column of every kind, several columns, numbered by the database, none, and named.

use tablewright::prelude::*;
use uuid::Uuid;

use crate::golden::case::Model;

/// A text as the key.
#[derive(Debug, Table)]
pub struct ByText {
    /// The key.
    #[column(primary_key, max_length = 50)]
    pub id: String,
}

/// A UUID as the key.
#[derive(Debug, Table)]
pub struct ByUuid {
    /// The key.
    #[column(primary_key, default = uuid)]
    pub id: Uuid,
}

/// Bytes as the key.
#[derive(Debug, Table)]
pub struct ByBytes {
    /// The key.
    #[column(primary_key, max_length = 32)]
    pub hash: Vec<u8>,
}

/// Numbered in 16 bits.
#[derive(Debug, Table)]
pub struct Numbered16 {
    /// The key.
    #[column(primary_key, auto_increment, allow(narrow_key, reason = "numbers of every width are tried"))]
    pub id: i16,
    /// Something else.
    pub value: i32,
}

/// Numbered in 32 bits, with nothing else.
#[derive(Debug, Table)]
pub struct Numbered32 {
    /// The key.
    #[column(primary_key, auto_increment, allow(narrow_key, reason = "numbers of every width are tried"))]
    pub id: i32,
}

/// Numbered in 64 bits, the number not first.
#[derive(Debug, Table)]
pub struct Numbered64 {
    /// Something else.
    #[column(max_length = 10)]
    pub name: String,
    /// The key.
    #[column(primary_key, auto_increment)]
    pub id: i64,
}

/// Several columns, in an order that is not the one of the struct.
#[derive(Debug, Table)]
#[table(
    name = "by_several",
    primary_key(language, term),
    allow(wide_key, reason = "keys of several columns are tried")
)]
pub struct BySeveral {
    /// The second column of the key.
    #[column(max_length = 80)]
    pub term: String,
    /// The first column of the key.
    #[column(max_length = 2)]
    pub language: String,
    /// Something else.
    pub text: String,
}

/// No key at all.
#[derive(Debug, Table)]
#[table(allow(no_primary_key, reason = "tables without keys are tried"))]
pub struct Keyless {
    /// Something.
    pub value: Option<i64>,
}

/// Keys of every kind.
pub fn models() -> Vec<Model> {
    [
        ByText::META,
        ByUuid::META,
        ByBytes::META,
        Numbered16::META,
        Numbered32::META,
        Numbered64::META,
        BySeveral::META,
        Keyless::META,
    ]
    .map(Model::Derived)
    .into()
}
