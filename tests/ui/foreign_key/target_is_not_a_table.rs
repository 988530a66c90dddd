//! The target of a foreign key is a table.

use tablewright::prelude::*;

struct Clinic {
    id: i64,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[index]
    #[foreign_key(Clinic(id))]
    clinic_id: i64,
}

fn main() {}
