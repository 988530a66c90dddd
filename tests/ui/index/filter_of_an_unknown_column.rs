//! The filter of an index is about columns of its table.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(age), filter(actve))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
    active: bool,
}

fn main() {}
