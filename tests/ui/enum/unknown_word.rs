//! `#[column_enum(..)]` knows its words and nothing else.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
enum Priority {
    #[column_enum(name = "asap")]
    Urgent,
}

fn main() {}
