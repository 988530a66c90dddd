//! A part of an index is sorted `asc` or `desc`.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(age descending))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
