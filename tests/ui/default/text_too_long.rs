//! A default is no longer than its column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 5, default = "Gauteng")]
    province: String,
}

fn main() {}
