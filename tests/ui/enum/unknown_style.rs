//! Texts are made from variants in one of six styles.

use tablewright::prelude::*;

#[derive(ColumnEnum)]
#[column_enum(rename_all = "snake-case")]
enum Priority {
    VeryUrgent,
}

fn main() {}
