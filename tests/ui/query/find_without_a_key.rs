//! Rows of a table without a primary key are not found by one.

use tablewright::prelude::*;

#[derive(Debug, Clone, Table)]
struct Entry {
    text: String,
}

async fn search(db: &Database) {
    let _ = Entry::dao(db).find_by_id(1).await;
}

fn main() {}
