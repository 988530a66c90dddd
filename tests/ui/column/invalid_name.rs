//! The name of a column is made of letters, digits and underscores.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(name = "e-mail")]
    email: String,
}

fn main() {}
