//! A key names a column once.

use tablewright::prelude::*;

#[derive(Table)]
#[table(primary_key(practice, practice))]
struct Doctor {
    practice: i64,
}

fn main() {}
