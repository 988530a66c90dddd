//! SQLite keeps decimals as whole numbers, and an expression is written before the type behind a newtype is known.

use rust_decimal::Decimal;
use tablewright::prelude::*;

#[derive(Debug, Clone, PartialEq, ColumnType)]
#[column_type(precision = 10, scale = 2)]
struct Price(Decimal);

#[derive(Table)]
#[check("price > 1.5")]
struct Book {
    #[column(primary_key)]
    id: i64,
    price: Price,
}

#[derive(Table)]
struct Bill {
    #[column(primary_key)]
    id: i64,
    #[column(default = expr("1.5 + 2"))]
    fee: Price,
}

// Elsewhere a decimal is a number.
schema! {
    struct Elsewhere {
        tables: [Book],
        dialects: [postgres, mysql, mariadb, firebird, sqlserver, oracle],
    }
}

schema! {
    struct Shop {
        tables: [Book, Bill],
        dialects: [sqlite],
    }
}

fn main() {}
