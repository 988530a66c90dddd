//! A release is a number.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        dialects: [postgres(latest)],
    }
}

fn main() {}
