//! Some engines want a constraint.
use tablewright::prelude::*;

#[derive(Table)]
#[index(name = "ux_number", columns(number), unique)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    number: i64,
}

#[derive(Table)]
struct Visit {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Doctor(number))]
    doctor_number: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor, Visit],
    }
}

fn main() {}
