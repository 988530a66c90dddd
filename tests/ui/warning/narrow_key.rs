//! Numbers of 32 bits.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key, auto_increment)]
    id: i32,
}

fn main() {}
