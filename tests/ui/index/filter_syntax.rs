//! The filter of an index is a condition.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(age), filter(age > ))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
