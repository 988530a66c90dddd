//! A schema lists a table once.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}


schema! {
    struct Practice {
        tables: [Clinic, Clinic],
    }
}

fn main() {}
