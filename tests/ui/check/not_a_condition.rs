//! A check is true or false, not a number.

use tablewright::prelude::*;

#[derive(Table)]
#[check(age + 1)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
