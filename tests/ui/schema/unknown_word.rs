//! `schema!` knows its words and nothing else.

use tablewright::prelude::*;

#[derive(Table)]
struct Clinic {
    #[column(primary_key)]
    id: i64,
}


schema! {
    struct Practice {
        tabels: [Clinic],
    }
}

fn main() {}
