//! Of serializable transactions each finds what the one before it left, and the next one is as if there had been none.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tablewright::prelude::*;
use tablewright::{Isolation, Retry, Transaction, TransactionOptions};
use tokio::sync::{Barrier, Notify};

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::people::{Counter, NewCounter};

/// How long one waits for the other where that may have to wait for it.
const MEETS_WITHIN: Duration = Duration::from_millis(500);
/// How long where nobody waits for a lock.
const MEETS: Duration = Duration::from_secs(60);

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Counter::dao(&db).create_many(vec![NewCounter::new("a", 1_i64), NewCounter::new("b", 1_i64)]).await.unwrap();
    let plain = TransactionOptions::new();
    let serializable = plain.isolation(Isolation::Serializable);
    assert_eq!(both(&db, serializable, MEETS_WITHIN).await, 1, "one of the two saw what the other did");
    assert_eq!(one_within_the_other(&db, serializable).await, 1, "the one that read later saw what the other did");
    if leaves_out(engine, Ability::WritersBesideEachOther) {
        return;
    }
    // These need not have an order, and on the connections of those above they have none.
    assert_eq!(both(&db, plain, MEETS).await, 0);
    assert_eq!(both(&db, plain.isolation(Isolation::ReadCommitted), MEETS).await, 0);
}

/// Two transactions that each take one away where there are two, from different rows, and read before either ends. Gives what
/// is left.
async fn both(db: &Database, options: TransactionOptions, within: Duration) -> i64 {
    fill(db).await;
    let barrier = Barrier::new(2);
    let meet = async || tokio::time::timeout(within, barrier.wait()).await.map_or((), |_| ());
    let (one, two) =
        tokio::join!(take_one(db, options, "a", async || (), meet), take_one(db, options, "b", async || (), meet));
    one.unwrap();
    two.unwrap();
    sum(&Counter::dao(db).all().await.unwrap())
}

/// The same of one that begins and ends between the beginning of the other and what that reads, if it need not wait for it.
async fn one_within_the_other(db: &Database, options: TransactionOptions) -> i64 {
    fill(db).await;
    let has_begun = Notify::new();
    let has_ended = Notify::new();
    let outer = take_one(
        db,
        options,
        "a",
        async || {
            has_begun.notify_one();
            tokio::time::timeout(MEETS_WITHIN, has_ended.notified()).await.ok();
        },
        async || (),
    );
    let inner = async {
        has_begun.notified().await;
        let result = take_one(db, options, "b", async || (), async || ()).await;
        has_ended.notify_one();
        result
    };
    let (one, two) = tokio::join!(outer, inner);
    one.unwrap();
    two.unwrap();
    sum(&Counter::dao(db).all().await.unwrap())
}

async fn fill(db: &Database) {
    for name in ["a", "b"] {
        Counter::dao(db).patch(name, Counter::patch().set(Counter::VALUE, 1_i64)).await.unwrap();
    }
}

/// Takes one away where there are two. In the first try something is done before it reads, and after.
async fn take_one(
    db: &Database,
    options: TransactionOptions,
    name: &'static str,
    before: impl AsyncFn(),
    after: impl AsyncFn(),
) -> tablewright::Result<()> {
    let is_first_try = AtomicBool::new(true);
    let work = async |tx: &Transaction| {
        let counters = Counter::dao(tx);
        let is_first_try = is_first_try.swap(false, Ordering::Relaxed);
        if is_first_try {
            before().await;
        }
        let found = sum(&counters.all().await?);
        if is_first_try {
            after().await;
        }
        match found {
            2 => counters.patch(name, Counter::patch().set(Counter::VALUE, 0_i64)).await,
            _ => Ok(()),
        }
    };
    db.transaction_retrying_with(options, Retry::default().tries(20), work).await
}

fn sum(counters: &[Counter]) -> i64 {
    counters.iter().map(|counter| counter.value).sum()
}
