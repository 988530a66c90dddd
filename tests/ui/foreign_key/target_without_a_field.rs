//! A foreign key says which field of its target it points to.

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
    #[foreign_key(Clinic)]
    clinic_id: i64,
}

fn main() {}
