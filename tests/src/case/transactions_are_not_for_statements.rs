//! A statement or a setting that would start or end a transaction behind the driver's back is refused.

use tablewright::HandwrittenSql;
use tablewright::prelude::*;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Every engine has these.
const ENDS: [&str; 5] = ["COMMIT", "rollback", "/* as ever */ COMMIT", "-- as ever\nROLLBACK", "  COMMIT WORK"];
/// Not every engine has these.
const STARTS: [&str; 4] = ["BEGIN", "START TRANSACTION", "/* as ever */ BEGIN", "/* as ever */ START TRANSACTION"];

/// Settings that stay with a connection, so that what follows on it is not committed. Not every engine has these.
const SETTINGS: [&str; 8] = [
    "SET autocommit = 0",
    "set @@session.autocommit=0",
    "SET SESSION autocommit = off",
    "/* as ever */ SET @@autocommit = 0",
    "-- as ever\nSET LOCAL `autocommit` := 0",
    "SET @a = 1, autocommit = 0",
    "SET completion_type = 'CHAIN'",
    "SET IMPLICIT_TRANSACTIONS ON",
];

/// Settings that say how the transactions of a connection begin, whosesoever they are. Not every engine has these.
const OPTIONS: [&str; 9] = [
    "SET SESSION TRANSACTION READ ONLY",
    "/* as ever */ SET LOCAL TRANSACTION READ ONLY",
    "SET SESSION transaction_read_only = 1",
    "SET @@transaction_read_only = 1",
    "SET tx_read_only = 1",
    "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
    "SET default_transaction_read_only = on",
    "SET SESSION default_transaction_read_only TO on",
    "ALTER SESSION SET ISOLATION_LEVEL = SERIALIZABLE",
];

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    for sql in ENDS {
        assert_eq!(db.execute_sql(sql, &[]).await.unwrap_err().kind(), Kind::Usage, "{sql}");
        assert_eq!(db.fetch_sql(sql, &[], |_| Ok(())).await.unwrap_err().kind(), Kind::Usage, "{sql}");
    }
    for sql in STARTS.into_iter().chain(SETTINGS) {
        assert!(db.execute_sql(sql, &[]).await.is_err(), "{sql}");
    }
    // No connection was left inside of a transaction: what is written is there for everybody.
    Author::dao(&db).create(NewAuthor::new("kept")).await.unwrap();
    let authors = Author::dao(&db);
    let (a, b, c, d) = tokio::join!(authors.all(), authors.all(), authors.all(), authors.all());
    assert_eq!([a, b, c, d].map(|rows| rows.unwrap().len()), [1; 4]);
    for sql in ENDS {
        let transaction = db.begin().await.unwrap();
        Author::dao(&transaction).create(NewAuthor::new("undone")).await.unwrap();
        assert_eq!(transaction.execute_sql(sql, &[]).await.unwrap_err().kind(), Kind::Usage, "{sql}");
        transaction.rollback().await.unwrap();
        assert_eq!(Author::dao(&db).all().await.unwrap().len(), 1, "{sql}");
    }
    for sql in OPTIONS {
        // Where it is taken it is about the transaction that it is in, and here that is its own.
        db.execute_sql(sql, &[]).await.ok();
        let create = |number: i32| authors.create(NewAuthor::new(format!("{number} {}", &sql[..20])));
        let (a, b, c, d) = tokio::join!(create(1), create(2), create(3), create(4));
        for made in [a, b, c, d] {
            assert!(made.is_ok(), "{sql}: {made:?}");
        }
        authors.delete_where(Condition::all()).await.unwrap();
    }
}
