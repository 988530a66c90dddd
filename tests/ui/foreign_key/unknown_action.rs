//! What a foreign key does on delete is one of five words.

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
    #[foreign_key(Clinic(id), on_delete = casacde)]
    clinic_id: i64,
}

fn main() {}
