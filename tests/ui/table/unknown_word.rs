//! `#[table(..)]` knows its words and nothing else.

use tablewright::prelude::*;

#[derive(Table)]
#[table(nmae = "doctors")]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

fn main() {}
