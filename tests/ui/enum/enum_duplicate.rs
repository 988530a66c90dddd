//! No two variants are stored as the same text.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
enum Priority {
    Routine,
    #[column_enum(rename = "routine")]
    Usual,
}

fn main() {}
