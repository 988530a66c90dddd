//! A reference that no index serves.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key)]
    id: i64,
    #[foreign_key(Thing(id))]
    parent_id: Option<i64>,
}

fn main() {}
