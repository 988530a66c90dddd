//! A foreign key on a field is about that field.

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
    #[foreign_key(columns(clinic_id), Clinic(id))]
    clinic_id: i64,
}

fn main() {}
