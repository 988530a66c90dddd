//! InnoDB takes the columns of a key in its order only.
use tablewright::prelude::*;

#[derive(Table)]
struct Purchase {
    #[column(primary_key)]
    country: i64,
    #[column(primary_key)]
    number: i64,
}

#[derive(Table)]
#[index(columns(number, country))]
#[foreign_key(columns(number, country), Purchase(number, country))]
struct Line {
    #[column(primary_key)]
    id: i64,
    country: i64,
    number: i64,
}

schema! {
    struct Shop {
        tables: [Purchase, Line],
    }
}

fn main() {}
