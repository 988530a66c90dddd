//! A document is kept as it is: engines compare and compute it each in its own way; nor is a UUID made of bytes.

use tablewright::prelude::*;
use uuid::Uuid;

#[derive(Table)]
#[check(document <> "{}")]
#[check(tenant <> raw)]
struct Item {
    #[column(primary_key)]
    id: i64,
    document: Json<Vec<i32>>,
    #[column(default = expr(1 + 1))]
    other: Json<i32>,
    #[column(default = expr("'[]'"))]
    list: Json<Vec<i32>>,
    tenant: Uuid,
    raw: Vec<u8>,
    #[column(generated(tenant))]
    copy: Option<Vec<u8>>,
}

fn main() {}
