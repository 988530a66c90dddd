//! All statements of a transaction see one state where that is asked for, and no longer than it lasts.

use tablewright::{Isolation, Transaction, TransactionOptions};

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    if leaves_out(engine, Ability::ReadsBesideAWriter) {
        return;
    }
    Counter::dao(&db).create(NewCounter::new("a", 0_i64)).await.unwrap();
    let read_only = TransactionOptions::new().read_only();
    let mut next = 0;
    for isolation in [Isolation::RepeatableRead, Isolation::ReadCommitted, Isolation::RepeatableRead] {
        let tx = db.begin_with(read_only.isolation(isolation)).await.unwrap();
        assert_eq!(value(&tx).await, next);
        next += 1;
        Counter::dao(&db).patch("a", Counter::patch().set(Counter::VALUE, next)).await.unwrap();
        let seen = value(&tx).await;
        match isolation {
            // An engine may have stricter ones only, where all of them write one after the other.
            Isolation::ReadCommitted if engine.lacks(Ability::WritersBesideEachOther) => assert_eq!(seen, next - 1),
            Isolation::ReadCommitted => assert_eq!(seen, next),
            _ => assert_eq!(seen, next - 1, "it saw what was committed after it began"),
        }
        tx.commit().await.unwrap();
    }
    assert_eq!(Counter::dao(&db).get("a").await.unwrap().value, next);
}

async fn value(tx: &Transaction) -> i64 {
    Counter::dao(tx).get("a").await.unwrap().value
}
