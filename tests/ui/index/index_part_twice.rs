//! An index names a column once.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(age, age desc))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
