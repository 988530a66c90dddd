//! Once is enough.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        dialects: [sqlite, postgres, sqlite],
    }
}

fn main() {}
