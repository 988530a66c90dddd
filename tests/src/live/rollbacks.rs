//! A transaction is undone without waiting for the end of a statement that was cut off in it.

use std::time::Duration;

use tablewright::HandwrittenSql;
use tablewright::prelude::*;

use super::load;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it, with a statement that takes two minutes. The database has the tables of the suite, and one connection.
pub async fn hold(db: &Database, slow: &str) {
    let tx = db.begin().await.unwrap();
    Counter::dao(&tx).create(NewCounter::new("undone", 1_i64)).await.unwrap();
    // By then it runs: what is cut off while MySQL prepares it costs the connection, and the rollback tells it.
    load::cut_off(Duration::from_secs(3), tx.execute_sql(slow, &[])).await;
    let undone = tokio::time::timeout(Duration::from_secs(60), tx.rollback()).await;
    undone.expect("it waits for the statement").unwrap();
    // The place of the connection that was stopped is free again.
    assert_eq!(Counter::dao(db).count(Condition::all()).await.unwrap(), 0);
    Counter::dao(db).create(NewCounter::new("kept", 1_i64)).await.unwrap();
}
