//! No two tables of a schema have the same name.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}

#[derive(Table)]
#[table(name = "clinic")]
struct Hospital {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Practice {
        tables: [Clinic, Hospital],
    }
}

fn main() {}
