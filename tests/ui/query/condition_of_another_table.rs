//! Rows are searched by conditions of their own table.

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

#[derive(Debug, Clone, Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
    #[column(max_length = 100)]
    name: String,
}

async fn search(db: &Database) {
    let _ = Doctor::dao(db).find_all(Clinic::NAME.eq("Rosebank")).await;
}

fn main() {}
