//! What the database computes cannot be set to something else.

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
    practice: i64,
    #[column(generated(practice / 10, stored))]
    #[foreign_key(Clinic(id), on_delete = set_null)]
    clinic_id: Option<i64>,
    #[column(generated(practice / 100, stored))]
    #[foreign_key(Clinic(id), on_update = cascade)]
    chain_id: Option<i64>,
}

fn main() {}
