//! A decimal says both its digits and those after the point.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(precision = 18)]
    price: Decimal,
}

fn main() {}
