//! A decimal says how many digits it keeps.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    price: Decimal,
}

fn main() {}
