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
#[check("state <> 'x'", name = "ck_bill_state")]
struct Bill {
    #[column(primary_key)]
    id: i64,
    state: State,
}

// The type behind this one brings no check.
#[derive(Table)]
#[table(name = "item")]
#[check("id > 0", name = "ck_item_amount")]
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
