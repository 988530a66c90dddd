//! A text has room for something.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 0)]
    name: String,
}

fn main() {}
