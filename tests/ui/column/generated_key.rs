//! A primary key is given, not computed.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key, generated(width * 2))]
    id: i64,
    width: i64,
}

fn main() {}
