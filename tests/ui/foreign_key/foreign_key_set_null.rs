//! Only a column that may be NULL can be set to NULL.

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
    #[foreign_key(Clinic(id), on_delete = set_null)]
    clinic_id: i64,
}

fn main() {}
