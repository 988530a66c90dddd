//! A comparison is between values of one kind.

use tablewright::prelude::*;

#[derive(Table)]
#[check(age >= "eighteen")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
