//! Rows of a table without a primary key are not found by one.

use tablewright::prelude::*;

#[derive(Debug, Clone, Table)]
#[table(allow(no_primary_key, reason = "a log"))]
struct Entry {
    text: String,
}

async fn search(db: &Database) {
    let _ = Entry::dao(db).find_by_id(1).await;
}

fn main() {}
