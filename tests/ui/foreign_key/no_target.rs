//! A foreign key names its target.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[foreign_key(on_delete = cascade)]
    clinic_id: i64,
}

fn main() {}
