//! The database numbers one column of a table.

use tablewright::prelude::*;

#[derive(Table)]
#[table(primary_key(id, number))]
struct Doctor {
    #[column(auto_increment)]
    id: i64,
    #[column(auto_increment)]
    number: i64,
}

fn main() {}
