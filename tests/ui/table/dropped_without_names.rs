//! Nothing is dropped.
use tablewright::prelude::*;

#[derive(Table)]
#[table(dropped())]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
