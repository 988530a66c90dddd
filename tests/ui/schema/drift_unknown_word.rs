//! Two words are known.
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        drift: alow,
        migrations: "migrations",
    }
}

fn main() {}
