//! Two columns that are said to have been the same one.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(renamed_from = "name")]
    first_name: String,
    #[column(renamed_from = "name")]
    full_name: String,
}

fn main() {}
