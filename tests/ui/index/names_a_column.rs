//! An index names fields; the column of a field has another name if it says so.

use tablewright::prelude::*;

#[derive(Table)]
#[index(columns(e_mail))]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    #[column(name = "e_mail", max_length = 100)]
    email: String,
}

fn main() {}
