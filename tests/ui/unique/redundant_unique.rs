//! The primary key is unique already.

use tablewright::prelude::*;

#[derive(Table)]
#[unique(id)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
