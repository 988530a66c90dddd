//! A patch sets a column to a value of its type.

use tablewright::prelude::*;

#[derive(Debug, Clone, Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 100)]
    name: String,
    #[column(max_length = 20, unique)]
    number: Option<String>,
    age: i32,
    #[column(generated(age * 12))]
    months: i32,
}

fn main() {
    let _ = Doctor::patch().set(Doctor::AGE, "forty");
}
