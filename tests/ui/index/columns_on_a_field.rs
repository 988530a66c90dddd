//! An index on a field is about that field.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[index(columns(id, age))]
    age: i32,
}

fn main() {}
