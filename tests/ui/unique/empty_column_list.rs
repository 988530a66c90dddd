//! A unique constraint on a struct names its fields.

use tablewright::prelude::*;

#[derive(Table)]
#[unique]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    number: i64,
}

fn main() {}
