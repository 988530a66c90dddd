//! Money as a binary fraction.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key)]
    id: i64,
    monthly_fee: Option<f64>,
}

fn main() {}
