//! A rule after an equals sign.
use tablewright::prelude::*;

#[derive(Table)]
#[table(allow = "no_primary_key")]
struct Thing {
    what: String,
}

fn main() {}
