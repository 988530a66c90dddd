//! A schema is for dialects that there are.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}


schema! {
    struct Practice {
        tables: [Clinic],
        dialects: [sqlite, postgress],
    }
}

fn main() {}
