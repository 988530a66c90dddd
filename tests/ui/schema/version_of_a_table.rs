//! Parentheses are for dialects.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor(1)],
    }
}

fn main() {}
