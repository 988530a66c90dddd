//! Whether a column may be NULL is said by the field of the table.

use tablewright::prelude::*;

#[derive(ColumnType)]
struct Number(Option<String>);

fn main() {}
