//! A row owns its values.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: &'static str,
}

fn main() {}
