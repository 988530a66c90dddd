//! Indexes have names of their own in the whole schema.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
    #[index(name = "ix_rank")]
    rank: i32,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[index(name = "ix_rank")]
    rank: i32,
}

schema! {
    struct Practice {
        tables: [Clinic, Doctor],
    }
}

fn main() {}
