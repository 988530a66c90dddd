//! `max_length` is for texts and bytes.

use tablewright::prelude::*;

#[derive(ColumnType)]
#[column_type(max_length = 3)]
struct Litres(i32);

fn main() {}
