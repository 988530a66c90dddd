//! The check that comes with the type of a column is named after table and column, and two such names can be one.

use tablewright::prelude::*;

#[derive(Debug, Clone, PartialEq, ColumnEnum)]
enum State {
    Open,
    Paid,
}

#[derive(Table)]
#[table(name = "bill")]
struct Bill {
    #[column(primary_key)]
    id: i64,
    item_state: State,
}

#[derive(Table)]
#[table(name = "bill_item")]
struct Item {
    #[column(primary_key)]
    id: i64,
    state: State,
}

// Where checks are named in their table.
schema! {
    struct Small {
        tables: [Bill, Item],
        dialects: [sqlite, postgres, mariadb],
    }
}

schema! {
    struct Practice {
        tables: [Bill, Item],
        dialects: [sqlite, postgres, mysql],
    }
}

fn main() {}
