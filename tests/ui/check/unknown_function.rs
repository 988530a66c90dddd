//! A condition calls functions that every engine has.

use tablewright::prelude::*;

#[derive(Table)]
#[check(lenght(name) > 3)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
