//! A foreign key to its own table points to a field of it.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[foreign_key(Self(nubmer))]
    chief: Option<i64>,
    number: i64,
}

fn main() {}
