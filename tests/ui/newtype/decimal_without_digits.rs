//! A decimal says how many digits it keeps.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(ColumnType)]
struct Rand(Decimal);

fn main() {}
