//! A numbered column is the whole primary key.

use tablewright::prelude::*;

#[derive(Table)]
#[table(primary_key(practice, number))]
struct Doctor {
    practice: i64,
    #[column(auto_increment)]
    number: i64,
}

fn main() {}
