//! The key of a table is named by everyone who finds its rows, so its type is seen wherever the table is.

use tablewright::prelude::*;

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct DoctorId(i64);

#[derive(Debug, Clone, Table)]
pub struct Doctor {
    #[column(primary_key)]
    id: DoctorId,
    age: i32,
}

fn main() {}
