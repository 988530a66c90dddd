//! The fields of an index stand in `columns(..)`.

use tablewright::prelude::*;

#[derive(Table)]
#[index(age)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
