//! Only a column with a default can be set to it.

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
    #[foreign_key(Clinic(id), on_delete = set_default)]
    clinic_id: i64,
}

fn main() {}
