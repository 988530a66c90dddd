//! `#[table]` belongs on the struct.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[table(name = "full_name")]
    name: String,
}

fn main() {}
