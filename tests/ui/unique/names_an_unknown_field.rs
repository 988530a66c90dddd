//! A unique constraint names fields of its struct.

use tablewright::prelude::*;

#[derive(Table)]
#[unique(nubmer, id)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    number: i64,
}

fn main() {}
