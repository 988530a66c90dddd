//! A default has no suffix: the field says the type.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = 5i32)]
    age: i32,
}

fn main() {}
