//! A deletion would come back to its table.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Clinic(id), on_delete = set_null)]
    clinic_id: Option<i64>,
}

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Doctor(id), on_delete = cascade)]
    head_id: i64,
}

schema! {
    struct Hospital {
        tables: [Clinic, Doctor],
    }
}

fn main() {}
