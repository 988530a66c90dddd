//! A transaction that changes a row which another has changed waits, or is told to run again; no change is lost.

use std::time::Duration;

use tablewright::prelude::*;
use tokio::sync::oneshot;

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Counter::dao(&db).create(NewCounter::new("a", 0_i64)).await.unwrap();
    for (is_kept, expected) in [(false, 10), (true, 21)] {
        let first = db.begin().await.unwrap();
        Counter::dao(&first).patch("a", add(1)).await.unwrap();
        let (begun, has_begun) = oneshot::channel();
        let second = tokio::spawn({
            let db = db.clone();
            async move {
                begun.send(()).unwrap();
                while let Err(error) = add_ten(&db).await {
                    let kind = error.kind();
                    assert!(matches!(kind, Kind::Deadlock | Kind::Serialization | Kind::Busy), "{kind:?}: {error}");
                }
            }
        });
        has_begun.await.unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(!second.is_finished(), "it went ahead of the one that had the row");
        Counter::dao(&first).patch("a", add(0)).await.unwrap();
        if is_kept {
            first.commit().await.unwrap();
        } else {
            first.rollback().await.unwrap();
        }
        second.await.unwrap();
        assert_eq!(Counter::dao(&db).get("a").await.unwrap().value, expected);
    }
}

async fn add_ten(db: &Database) -> tablewright::Result<()> {
    db.transaction(async |tx| Counter::dao(tx).patch("a", add(10)).await).await
}

fn add(number: i64) -> Patch<Counter> {
    Counter::patch().add(Counter::VALUE, number)
}
