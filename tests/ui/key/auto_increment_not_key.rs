//! The database numbers rows in the primary key, and there alone.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(auto_increment)]
    number: i64,
}

fn main() {}
