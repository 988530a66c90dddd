//! A name is a text in double quotes.

use tablewright::prelude::*;

#[derive(Table)]
#[table(name = doctors)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
