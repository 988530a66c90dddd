//! `#[column(..)]` knows its words and nothing else.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_lenght = 100)]
    name: String,
}

fn main() {}
