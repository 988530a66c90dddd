//! A text in a condition stands in double quotes, as in Rust.

use tablewright::prelude::*;

#[derive(Table)]
#[check(sex = 'f')]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    sex: String,
}

fn main() {}
