//! A table has no generics: its columns are known when it is compiled.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor<T> {
    #[column(primary_key)]
    id: T,
}

fn main() {}
