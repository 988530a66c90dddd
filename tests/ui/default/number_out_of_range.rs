//! A default fits its column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = 40000)]
    age: i16,
}

fn main() {}
