//! The length of a type of your own is said where the type is derived.

use tablewright::prelude::*;

#[derive(Clone, ColumnType)]
struct Number(String);

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 12)]
    number: Number,
}

fn main() {}
