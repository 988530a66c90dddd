//! A part of an index is a field or an expression.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(lower(name) lower(name)))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: String,
}

fn main() {}
