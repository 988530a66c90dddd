//! `uuid` is for UUIDs and texts.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = uuid)]
    age: i64,
}

fn main() {}
