//! A time that has no zone.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key)]
    id: i64,
    seen_at: chrono::NaiveDateTime,
}

fn main() {}
