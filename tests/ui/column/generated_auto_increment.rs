//! The database numbers a column or computes it, not both.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key, auto_increment, generated(width * 2))]
    id: i64,
    width: i64,
}

fn main() {}
