//! The target of a foreign key is in the same schema.

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
    #[foreign_key(Clinic(id))]
    clinic_id: i64,
}

schema! {
    struct Practice {
        tables: [Doctor],
    }
}

fn main() {}
