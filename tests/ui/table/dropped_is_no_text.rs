//! Names of the past are texts.
use tablewright::prelude::*;

#[derive(Table)]
#[table(dropped(name))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
