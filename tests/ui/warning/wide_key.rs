//! A long text as the key.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key, max_length = 200)]
    title: String,
}

fn main() {}
