//! A check that somebody called as the one that comes with the type of a column.

use tablewright::prelude::*;

#[derive(Debug, Clone, PartialEq, ColumnEnum)]
enum State {
    Open,
    Paid,
}

#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Amount(i64);

#[derive(Table)]
#[table(name = "bill")]
#[check(name = "ck_bill_state", "state <> 'x'")]
struct Bill {
    #[column(primary_key)]
    id: i64,
    state: State,
}

// The type behind this one brings no check.
#[derive(Table)]
#[table(name = "item")]
#[check(name = "ck_item_amount", "id > 0")]
struct Item {
    #[column(primary_key)]
    id: i64,
    amount: Amount,
}

schema! {
    struct Practice {
        tables: [Bill, Item],
        dialects: [postgres],
    }
}

fn main() {}
