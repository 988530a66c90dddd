//! A condition is complete.

use tablewright::prelude::*;

#[derive(Table)]
#[check(age >=)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
