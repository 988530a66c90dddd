//! PostgreSQL has columns of its own in every table, and SQLite tables.

use tablewright::prelude::*;

#[derive(Table)]
struct BoundingBox {
    #[column(primary_key)]
    id: i64,
    xmin: i64,
    xmax: i64,
}

#[derive(Table)]
struct SqliteStats {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Maps {
        tables: [BoundingBox],
        dialects: [postgres],
    }
}

schema! {
    struct Numbers {
        tables: [SqliteStats],
        dialects: [sqlite],
    }
}

fn main() {}
