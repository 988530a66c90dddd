//! The old name is another column.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: String,
    #[column(renamed_from = "name")]
    full_name: String,
}

fn main() {}
