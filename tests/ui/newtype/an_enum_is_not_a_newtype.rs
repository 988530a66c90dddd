//! `ColumnType` is for a struct around one value.

use tablewright::prelude::*;

#[derive(ColumnType)]
enum Priority {
    Routine,
}

fn main() {}
