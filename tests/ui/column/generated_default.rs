//! What the database computes has no default.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    width: i32,
    #[column(generated(width * 2), default = 0)]
    twice: i32,
}

fn main() {}
