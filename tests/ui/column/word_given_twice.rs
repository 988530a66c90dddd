//! A word of a column is given once.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 100, unique, max_length = 50)]
    name: String,
}

fn main() {}
