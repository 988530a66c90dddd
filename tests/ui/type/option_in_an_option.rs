//! A column is NULL or not; there is nothing between.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: Option<Option<String>>,
}

fn main() {}
