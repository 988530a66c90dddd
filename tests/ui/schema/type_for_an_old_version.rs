//! Firebird 3 has no zones.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    seen_at: chrono::DateTime<chrono::Utc>,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        dialects: [firebird(3)],
    }
}

fn main() {}
