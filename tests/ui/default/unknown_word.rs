//! A default is a literal, `now`, `uuid`, a variant, or an expression.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = today)]
    age: i32,
}

fn main() {}
