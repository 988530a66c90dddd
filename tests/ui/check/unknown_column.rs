//! A check is about columns of its table.

use tablewright::prelude::*;

#[derive(Table)]
#[check(aeg >= 0)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
