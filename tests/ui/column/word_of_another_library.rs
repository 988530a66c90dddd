//! A word that other libraries have is answered with ours.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(nullable, length = 100)]
    name: String,
}

fn main() {}
