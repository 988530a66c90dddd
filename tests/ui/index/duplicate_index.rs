//! Two indexes of the same columns are one too many.

use tablewright::prelude::*;

#[derive(Table)]
#[index(name = "ix_one", columns(age))]
#[index(name = "ix_two", columns(age))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
