//! A name is made of letters, digits and underscores, so that every engine takes it.

use tablewright::prelude::*;

#[derive(Table)]
#[table(name = "referring doctors")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
