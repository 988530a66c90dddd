//! A check that comes with a column has a name too, and Firebird 3 takes 31 bytes.

use tablewright::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, ColumnEnum)]
enum State {
    Open,
    Closed,
}

#[derive(Table)]
struct Practice {
    #[column(primary_key)]
    id: i64,
    state_of_the_practice: State,
}

schema! {
    struct Clinic {
        tables: [Practice],
        dialects: [firebird(3)],
    }
}

fn main() {}
