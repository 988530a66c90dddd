//! A type of one's own can have the name of one that no column holds; its path tells them apart.

use tablewright::prelude::*;

/// In seconds.
#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Duration(i64);

#[derive(Table)]
struct Call {
    #[column(primary_key)]
    id: i64,
    length: Duration,
}

// This is well.
#[derive(Table)]
struct Visit {
    #[column(primary_key)]
    id: i64,
    length: self::Duration,
}

#[derive(Table)]
struct Stay {
    #[column(primary_key)]
    id: i64,
    length: std::time::Duration,
}

fn main() {}
