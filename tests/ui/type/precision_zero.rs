//! A decimal has digits.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(precision = 0, scale = 0)]
    price: Decimal,
}

fn main() {}
