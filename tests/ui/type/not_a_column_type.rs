//! A type of your own is derived before it stands in a table.

use tablewright::prelude::*;

#[derive(Clone)]
struct Address {
    street: String,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    address: Address,
}

fn main() {}
