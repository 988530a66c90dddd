//! A decimal has no more digits than its Rust type and every engine keep.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(precision = 40, scale = 2)]
    price: Decimal,
}

fn main() {}
