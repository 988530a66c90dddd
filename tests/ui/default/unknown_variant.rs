//! The default of an enumeration is a variant it has.

use tablewright::prelude::*;

#[derive(Clone, ColumnEnum)]
enum Priority {
    Routine,
}

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(default = Priority::Urgent)]
    priority: Priority,
}

fn main() {}
