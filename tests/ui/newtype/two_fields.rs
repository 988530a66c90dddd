//! A column type holds one value.

use tablewright::prelude::*;

#[derive(ColumnType)]
struct Address {
    street: String,
    town: String,
}

fn main() {}
