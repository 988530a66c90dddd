//! A foreign key points to a field that the target has.

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
    #[foreign_key(Clinic(number))]
    clinic_id: i64,
}

fn main() {}
