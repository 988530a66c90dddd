//! SQL Server makes no constraint of it.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(unique)]
    number: Option<i64>,
}

#[derive(Table)]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Doctor(number))]
    doctor_number: Option<i64>,
}

schema! {
    struct Clinic {
        tables: [Doctor, Visit],
    }
}

fn main() {}
