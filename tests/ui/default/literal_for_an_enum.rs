//! The default of an enumeration is one of its variants.

use tablewright::prelude::*;

#[derive(Clone, ColumnEnum)]
enum Priority {
    Routine,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = "routine")]
    priority: Priority,
}

fn main() {}
