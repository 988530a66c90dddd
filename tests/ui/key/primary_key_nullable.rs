//! No part of a primary key may be NULL.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: Option<i64>,
}

fn main() {}
