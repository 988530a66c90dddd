//! `max_length` is for texts and bytes.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 3)]
    age: i32,
}

fn main() {}
