//! A table is a struct; a closed list of values is a column type.

use tablewright::prelude::*;

#[derive(Table)]
enum Priority {
    Routine,
    Urgent,
}

fn main() {}
