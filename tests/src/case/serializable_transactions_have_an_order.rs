//! Of serializable transactions each finds what the one before it left, and the next one is as if there had been none.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tablewright::prelude::*;
use tablewright::{Isolation, Retry, Transaction, TransactionOptions};
use tokio::sync::Barrier;

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
    assert_eq!(
        both(&db, plain.isolation(Isolation::Serializable), MEETS_WITHIN).await,
        1,
        "one of the two saw what the other did"
    );
    if leaves_out(engine, Ability::WritersBesideEachOther) {
        return;
    }
    // These need not have an order, and on the connections of those above they have none.
    assert_eq!(both(&db, plain, MEETS).await, 0);
    assert_eq!(both(&db, plain.isolation(Isolation::ReadCommitted), MEETS).await, 0);
}

/// Two transactions that each take one away where there are two, from different rows, and begin before either ends. Gives
/// what is left.
async fn both(db: &Database, options: TransactionOptions, within: Duration) -> i64 {
    let counters = Counter::dao(db);
    for name in ["a", "b"] {
        counters.patch(name, Counter::patch().set(Counter::VALUE, 1_i64)).await.unwrap();
    }
    let barrier = Barrier::new(2);
    let (one, two) =
        tokio::join!(side(db, options, "a", (&barrier, within)), side(db, options, "b", (&barrier, within)));
    one.unwrap();
    two.unwrap();
    sum(&counters.all().await.unwrap())
}

async fn side(
    db: &Database,
    options: TransactionOptions,
    name: &'static str,
    (barrier, within): (&Barrier, Duration),
) -> tablewright::Result<()> {
    let is_first_try = AtomicBool::new(true);
    let take_one = async |tx: &Transaction| {
        let counters = Counter::dao(tx);
        let found = sum(&counters.all().await?);
        if is_first_try.swap(false, Ordering::Relaxed) {
            tokio::time::timeout(within, barrier.wait()).await.ok();
        }
        match found {
            2 => counters.patch(name, Counter::patch().set(Counter::VALUE, 0_i64)).await,
            _ => Ok(()),
        }
    };
    db.transaction_retrying_with(options, Retry::default().tries(20), take_one).await
}

fn sum(counters: &[Counter]) -> i64 {
    counters.iter().map(|counter| counter.value).sum()
}
