//! An index names fields of its struct.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(provnice))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    province: String,
}

fn main() {}
