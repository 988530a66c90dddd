//! An index on a struct lists its fields.

use tablewright::prelude::*;

#[derive(Table)]
#[index(name = "ix_doctor_age")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
}

fn main() {}
