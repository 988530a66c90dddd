//! A rule that is not there.
use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Things {
        tables: [Thing],
        deny: [narow_key],
    }
}

fn main() {}
