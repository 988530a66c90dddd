//! All mistakes of a struct are told in one go, each at its token.

use tablewright::prelude::*;

#[derive(Table)]
#[table(nmae = "doctors")]
#[index(columns(provnice))]
struct Doctor {
    #[column(primary_key, max_length = 50)]
    id: i64,
    #[column(max_lenght = 100)]
    name: String,
    price: rust_decimal::Decimal,
    age: u8,
    province: String,
}

fn main() {}
