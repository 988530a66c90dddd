//! `now` is a time.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = now)]
    age: i32,
}

fn main() {}
