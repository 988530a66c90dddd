//! A rule that is not there.
use tablewright::prelude::*;

#[derive(Table)]
#[table(allow(no_primary_kye, reason = "a log"))]
struct Thing {
    what: String,
}

fn main() {}
