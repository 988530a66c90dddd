//! A check has one condition.

use tablewright::prelude::*;

#[derive(Table)]
#[check(age >= 0, age < 150)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
