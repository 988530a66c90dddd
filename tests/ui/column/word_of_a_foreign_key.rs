//! A word of another attribute does not stand in `#[column(..)]`.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(on_delete = cascade)]
    clinic_id: i64,
}

fn main() {}
