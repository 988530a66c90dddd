//! The primary key is said on the struct or on its fields, not on both.

use tablewright::prelude::*;

#[derive(Table)]
#[table(primary_key(id, number))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    number: i64,
}

fn main() {}
