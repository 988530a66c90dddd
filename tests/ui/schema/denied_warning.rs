//! A schema that wants no warning about its keys.
use tablewright::prelude::*;

#[derive(Table)]
struct Thing {
    #[column(primary_key, auto_increment)]
    id: i32,
}

schema! {
    struct Things {
        tables: [Thing],
        deny: [narrow_key],
    }
}

fn main() {}
