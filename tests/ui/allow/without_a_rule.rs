//! A reason alone.
use tablewright::prelude::*;

#[derive(Table)]
#[table(allow(reason = "a log"))]
struct Thing {
    what: String,
}

fn main() {}
