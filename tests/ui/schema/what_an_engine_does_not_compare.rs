//! Oracle compares no text of any length, and Firebird reads no time that is finer than its own.

use chrono::NaiveTime;
use tablewright::prelude::*;

#[derive(Table)]
#[check(note <> "none")]
#[check(closes <= "18:00:00.12345")]
struct Shop {
    #[column(primary_key)]
    id: i64,
    note: String,
    closes: NaiveTime,
}

schema! {
    struct Here { tables: [Shop], dialects: [sqlite, postgres, mysql, mariadb] }
}

schema! {
    struct There { tables: [Shop], dialects: [oracle] }
}

schema! {
    struct Elsewhere { tables: [Shop], dialects: [firebird] }
}

fn main() {}
