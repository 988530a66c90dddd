//! A mistake cannot be allowed.
use tablewright::prelude::*;

#[derive(Table)]
#[table(allow(unknown_column, reason = "later"))]
struct Thing {
    what: String,
}

fn main() {}
