//! There are finders for the columns that a key or an index makes fast.

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

async fn search(db: &Database) {
    let _ = Doctor::dao(db).find_by_age(40).await;
}

fn main() {}
