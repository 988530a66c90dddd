//! The fields of a table have names, since they name its columns.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor(i64, String);

fn main() {}
