//! A row of one table would be deleted by two paths.
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
    #[foreign_key(Clinic(id), on_delete = cascade)]
    clinic_id: i64,
}

#[derive(Table)]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Clinic(id), on_delete = cascade)]
    clinic_id: i64,
    #[index]
    #[foreign_key(Doctor(id), on_delete = cascade)]
    doctor_id: i64,
}

schema! {
    struct Hospital {
        tables: [Clinic, Doctor, Visit],
    }
}

fn main() {}
