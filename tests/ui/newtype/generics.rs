//! A column type has no generics.

use tablewright::prelude::*;

#[derive(ColumnType)]
struct Wrapper<T>(T);

fn main() {}
