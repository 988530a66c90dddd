//! A field is marked unique once.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[unique]
    #[column(unique)]
    number: i64,
}

fn main() {}
