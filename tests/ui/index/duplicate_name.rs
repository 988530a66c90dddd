//! Indexes have names of their own.

use tablewright::prelude::*;

#[derive(Table)]
#[index(name = "ix_doctor", columns(age))]
#[index(name = "ix_doctor", columns(rank))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: i32,
    rank: i32,
}

fn main() {}
