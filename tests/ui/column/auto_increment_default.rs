//! What the database numbers has no default.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key, auto_increment, default = 1)]
    id: i64,
}

fn main() {}
