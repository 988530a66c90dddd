//! What the database computes is an expression.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    width: i32,
    #[column(generated(width *))]
    area: i32,
}

fn main() {}
