//! `#[column]` belongs on a field.

use tablewright::prelude::*;

#[derive(Table)]
#[column(name = "doctors")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
