//! A table whose old name another table has.

use tablewright::prelude::*;

#[derive(Table)]
struct People {
    #[column(primary_key)]
    id: i64,
}

#[derive(Table)]
#[table(name = "persons", renamed_from = "people")]
struct Person {
    #[column(primary_key)]
    id: i64,
}

schema! {
    struct Practice {
        tables: [People, Person],
    }
}

fn main() {}
