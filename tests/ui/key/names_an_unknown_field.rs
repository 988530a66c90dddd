//! A primary key names fields of its struct.

use tablewright::prelude::*;

#[derive(Table)]
#[table(primary_key(practise, number))]
struct Doctor {
    practice: i64,
    number: i64,
}

fn main() {}
