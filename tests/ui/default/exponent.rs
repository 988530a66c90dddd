//! A decimal's default is written with its digits; a float's may have an exponent.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Table)]
struct Price {
    #[column(primary_key)]
    id: i64,
    #[column(precision = 10, scale = 2, default = 1e3)]
    net: Decimal,
    #[column(precision = 28, scale = 0, default = 99999999999999999999)]
    large: Decimal,
    #[column(default = 1e300)]
    weight: f64,
    #[column(default = 99999999999999999999)]
    heavy: f64,
}

fn main() {}
