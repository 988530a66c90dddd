//! A word is given once; the second place is the mistake, and the first is shown.

use tablewright::prelude::*;

#[derive(Table)]
#[table(name = "doctors")]
#[table(name = "physicians")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
