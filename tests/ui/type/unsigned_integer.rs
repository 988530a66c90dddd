//! Not every engine has unsigned integers.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    age: u32,
}

fn main() {}
