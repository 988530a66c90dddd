//! The tables of a schema stand in brackets.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}


schema! {
    struct Practice {
        tables: (Clinic),
    }
}

fn main() {}
