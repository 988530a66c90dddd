//! No more digits stand after the point than there are digits.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(precision = 4, scale = 6)]
    price: Decimal,
}

fn main() {}
