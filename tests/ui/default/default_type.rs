//! A default is of the type of its column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = "five")]
    age: i32,
}

fn main() {}
