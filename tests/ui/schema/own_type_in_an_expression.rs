//! What a type of one's own stands for is not known when an expression is written, and makes a difference there.

use chrono::{DateTime, Utc};
use tablewright::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Quantity(i32);

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Taken(DateTime<Utc>);

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Tenant(Uuid);

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Flag(bool);

#[derive(Table)]
#[check(flag)]
struct Pallet {
    #[column(primary_key)]
    id: i64,
    quantity: Quantity,
    #[column(generated(quantity / 2))]
    half: i32,
    flag: Flag,
}

#[derive(Table)]
#[check(taken >= timestamp "2026-01-31 12:00:00")]
struct Sample {
    #[column(primary_key)]
    id: i64,
    taken: Taken,
}

#[derive(Table)]
struct Account {
    #[column(primary_key)]
    id: i64,
    #[index(unique, filter(tenant <> "00000000-0000-0000-0000-000000000000"))]
    tenant: Tenant,
}

// A whole number is divided like one there by itself.
schema! {
    struct Elsewhere {
        tables: [Pallet],
        dialects: [sqlite, postgres, firebird, sqlserver],
    }
}

schema! {
    struct Store {
        tables: [Pallet],
        dialects: [mysql],
    }
}

schema! {
    struct Laboratory {
        tables: [Sample, Account],
        dialects: [postgres],
    }
}

fn main() {}
