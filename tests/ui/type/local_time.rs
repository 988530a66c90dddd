//! Instants are kept in UTC.

use chrono::{DateTime, Local};
use tablewright::prelude::*;

#[derive(Table)]
struct Doctor {
    #[column(primary_key)]
    id: i64,
    created_at: DateTime<Local>,
}

fn main() {}
