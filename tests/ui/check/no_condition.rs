//! A check has a condition.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[check]
    age: i32,
}

fn main() {}
