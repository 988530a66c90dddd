//! A text of any length, behind a type of one's own, is no key where such a text is none.

use tablewright::prelude::*;

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Email(String);

#[derive(Debug, Clone, PartialEq, ColumnType)]
#[column_type(max_length = 710)]
struct Street(String);

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(unique)]
    email: Email,
}

#[derive(Table)]
struct Practice {
    #[column(primary_key)]
    id: i64,
    #[index]
    email: Email,
}

#[derive(Table)]
#[table(primary_key(street, town))]
struct Address {
    street: Street,
    #[column(max_length = 64)]
    town: String,
}

// Here any text can be a key.
schema! {
    struct Elsewhere {
        tables: [Doctor, Practice, Address],
        dialects: [sqlite, postgres],
    }
}

schema! {
    struct Clinic {
        tables: [Doctor, Practice, Address],
        dialects: [mysql, firebird],
    }
}

fn main() {}
