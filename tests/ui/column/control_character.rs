//! A text of the definition holds no control character: what reads the statement would end it there.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 5, default = "a\u{3}b")]
    province: String,
    #[column(comment = "up to here\0")]
    note: String,
}

fn main() {}
