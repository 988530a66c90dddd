//! A generated column is computed from columns of its own table.

use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    width: i32,
    #[column(generated(width * heigth))]
    area: i32,
    height: i32,
}

fn main() {}
