//! A foreign key has as many fields here as there.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}

#[derive(Table)]
#[foreign_key(columns(clinic_id, ward), Clinic(id))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    clinic_id: i64,
    ward: i64,
}

fn main() {}
