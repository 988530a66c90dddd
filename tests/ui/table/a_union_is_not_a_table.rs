//! A table is a struct.

use tablewright::prelude::*;

#[derive(Table)]
union Number {
    id: i64,
    bits: f64,
}

fn main() {}
