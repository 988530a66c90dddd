//! A variant is stored as its text alone.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
enum Priority {
    Routine,
    Other(String),
}

fn main() {}
