//! A field is not dropped.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(dropped)]
    name: String,
}

fn main() {}
