//! A column holds one value; a list is a document or a table.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    tags: Vec<String>,
}

fn main() {}
