//! An index that starts like a longer one.
#![deny(deprecated)]

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(city, street))]
struct Thing {
    #[column(primary_key)]
    id: i64,
    #[index]
    city: i32,
    street: i32,
}

fn main() {}
