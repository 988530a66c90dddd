//! A text of such a length is one without a limit.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 4000000000)]
    name: String,
}

fn main() {}
