//! Firebird makes no constraint of a computed column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    practice: i64,
    #[column(generated(practice / 10, stored), unique)]
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
        dialects: [postgres, mysql, mariadb, firebird],
    }
}

fn main() {}
