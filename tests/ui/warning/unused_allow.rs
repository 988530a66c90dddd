//! A permission that nothing needs.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key, allow(narrow_key, reason = "few rows"))]
    id: i32,
}

fn main() {}
