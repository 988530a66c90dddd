//! A default is a constant, or an expression of the database.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = 2 + 3)]
    age: i32,
}

fn main() {}
