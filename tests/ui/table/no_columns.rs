//! A table has at least one column.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {}

fn main() {}
