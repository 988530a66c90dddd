//! The words of an attribute stand in parentheses.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column = "full_name"]
    name: String,
}

fn main() {}
