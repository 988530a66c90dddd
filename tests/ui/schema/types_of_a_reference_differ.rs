//! A foreign key has the type of what it points to.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Clinic(id))]
    clinic_id: i32,
}

schema! {
    struct Practice {
        tables: [Clinic, Doctor],
    }
}

fn main() {}
