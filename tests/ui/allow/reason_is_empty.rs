//! Nobody will know why.
use tablewright::prelude::*;

#[derive(Table)]
#[table(allow(no_primary_key, reason = ""))]
struct Thing {
    what: String,
}

fn main() {}
