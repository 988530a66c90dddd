//! Firebird 3 takes 31 bytes.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    telephone_number_of_the_next_of_kin: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        dialects: [firebird(3), postgres],
    }
}

fn main() {}
