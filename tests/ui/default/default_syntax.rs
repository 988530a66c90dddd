//! An expression as default is complete.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = expr(2 +))]
    age: i32,
}

fn main() {}
