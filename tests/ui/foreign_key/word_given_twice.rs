//! What happens on delete is said once.

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
    #[foreign_key(Clinic(id), on_delete = cascade, on_delete = restrict)]
    clinic_id: i64,
}

fn main() {}
