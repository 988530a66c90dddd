//! A person's number as the key.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key, personal, max_length = 13)]
    id_number: String,
}

fn main() {}
