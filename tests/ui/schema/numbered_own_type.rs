//! Only whole numbers can be numbered, also behind a type of one's own.

use tablewright::prelude::*;

#[derive(Debug, Clone, PartialEq, ColumnType)]
#[column_type(max_length = 20)]
struct Number(String);

#[derive(Table)]
struct Doctor {
    #[column(primary_key, auto_increment)]
    id: Number,
}

schema! {
    struct Clinic {
        tables: [Doctor],
        dialects: [sqlite],
    }
}

fn main() {}
