//! Transactions that each wait for what another has.

use std::time::Duration;

use tablewright::prelude::*;
use tablewright::{Retry, Transaction};
use tokio::sync::Barrier;

use crate::table::people::{Counter, NewCounter};

/// Transactions that run again and again until all are through.
const TASKS: i64 = 4;

/// One of two is told so, by this kind, if not both, and nothing of what it did is kept; whole transactions run again until
/// all are through. The database has the tables of the suite.
pub async fn holds(db: &Database, kind: Kind) {
    let counters = Counter::dao(db);
    counters.create_many(vec![NewCounter::new("a", 0_i64), NewCounter::new("b", 0_i64)]).await.unwrap();
    let values = async || -> Vec<i64> { counters.all().await.unwrap().iter().map(|counter| counter.value).collect() };

    let ready = Barrier::new(2);
    let (one, two) = tokio::join!(side(db, ["a", "b"], &ready), side(db, ["b", "a"], &ready));
    // An engine that looks seldom may choose both.
    let told: Vec<Error> = [one, two].into_iter().filter_map(Result::err).collect();
    assert!(!told.is_empty(), "both had what the other waited for");
    for error in &told {
        assert_eq!(error.kind(), kind, "{error}");
    }
    let through = 2 - i64::try_from(told.len()).unwrap();
    assert_eq!(values().await, [through; 2]);

    let tasks = (0..TASKS).map(|task| {
        let db = db.clone();
        let keys = if task % 2 == 0 { ["a", "b"] } else { ["b", "a"] };
        tokio::spawn(async move {
            let add_to_both = async |tx: &Transaction| {
                add(tx, keys[0]).await?;
                tokio::time::sleep(Duration::from_millis(5)).await;
                add(tx, keys[1]).await
            };
            db.transaction_retrying(Retry::default().tries(100), add_to_both).await
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap().unwrap();
    }
    assert_eq!(values().await, [through + TASKS; 2]);
}

/// Has the first, waits until the other side has the second, and asks for that.
async fn side(db: &Database, [first, second]: [&'static str; 2], ready: &Barrier) -> tablewright::Result<()> {
    let tx = db.begin().await?;
    add(&tx, first).await?;
    // Where the other side failed its error is told, and nobody waits for it.
    tokio::time::timeout(Duration::from_secs(60), ready.wait()).await.ok();
    let Err(error) = add(&tx, second).await else { return tx.commit().await };
    // Where the server has undone the transaction what follows is refused, and does not run by itself.
    if let Err(error) = Counter::dao(&tx).create(NewCounter::new(format!("after {first}"), 1_i64)).await {
        assert_eq!(error.kind(), Kind::Usage, "{error}");
    }
    tx.rollback().await?;
    Err(error)
}

async fn add(tx: &Transaction, name: &'static str) -> tablewright::Result<()> {
    Counter::dao(tx).patch(name, Counter::patch().add(Counter::VALUE, 1_i64)).await
}
