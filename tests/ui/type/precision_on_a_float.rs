//! `precision` and `scale` are for decimals.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(precision = 10, scale = 2)]
    price: f64,
}

fn main() {}
