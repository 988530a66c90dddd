//! A word of a column does not stand on the struct.

use tablewright::prelude::*;

#[derive(Table)]
#[table(name = "doctors", max_length = 50)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
