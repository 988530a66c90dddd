//! On SQL Server a default is a constraint with a name.

use tablewright::prelude::*;

#[derive(Table)]
#[table(name = "bill")]
struct Bill {
    #[column(primary_key)]
    id: i64,
    #[column(default = 1)]
    #[check(name = "df_bill_amount", "amount > 0")]
    amount: i64,
}

schema! {
    struct Small {
        tables: [Bill],
        dialects: [sqlite, postgres, mysql, mariadb, firebird, oracle],
    }
}

schema! {
    struct Practice {
        tables: [Bill],
        dialects: [sqlserver],
    }
}

fn main() {}
