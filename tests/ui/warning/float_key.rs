//! A key of binary fractions.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key)]
    id: i64,
    #[column(unique)]
    weight: f64,
}

fn main() {}
