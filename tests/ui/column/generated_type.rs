//! What the database computes is of the type of its column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    width: i32,
    #[column(generated(width * 2), max_length = 10)]
    area: String,
}

fn main() {}
