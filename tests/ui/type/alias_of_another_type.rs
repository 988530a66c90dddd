//! A name means what it says: an alias that hides a built-in type is not read through.

use tablewright::prelude::*;

type Text = String;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    name: Text,
}

fn main() {}
