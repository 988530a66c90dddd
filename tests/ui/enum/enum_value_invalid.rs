//! A value has at least one character: Oracle takes an empty text for NULL.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
enum Priority {
    #[column_enum(rename = "")]
    Nothing,
    Routine,
}

fn main() {}
