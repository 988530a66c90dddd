//! A column that is there is not dropped.
use tablewright::prelude::*;

#[derive(Table)]
#[table(dropped("name"))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
