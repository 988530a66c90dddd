//! No two columns of a table have the same name.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(name = "e_mail")]
    email: String,
    e_mail: String,
}

fn main() {}
