//! A table whose rows have no name.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    what: String,
}

fn main() {}
