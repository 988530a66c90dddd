//! No SQL is made for it.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        dialects: [sqlite(3.8)],
    }
}

fn main() {}
