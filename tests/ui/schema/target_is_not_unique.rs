//! A foreign key points to a key or a unique constraint.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
    ward: i64,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Clinic(ward))]
    ward: i64,
}

schema! {
    struct Practice {
        tables: [Clinic, Doctor],
    }
}

fn main() {}
