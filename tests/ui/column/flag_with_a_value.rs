//! A word that is a mark takes no value.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(unique = true)]
    name: String,
}

fn main() {}
