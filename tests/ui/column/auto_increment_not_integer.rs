//! The database numbers rows in an integer column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key, auto_increment, max_length = 20)]
    id: String,
}

fn main() {}
