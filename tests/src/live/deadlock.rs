//! Two transactions that each wait for what the other has.

use tablewright::prelude::*;
use tablewright::{Retry, Transaction};

use crate::table::people::{Counter, NewCounter};

/// One of the two is told so, by one of these kinds, if not both; whole transactions run again until all are
/// through. The database has the tables of the suite.
pub async fn holds(db: &Database, kinds: &[Kind]) {
    let counters = Counter::dao(db);
    counters.create_many(vec![NewCounter::new("a", 0_i64), NewCounter::new("b", 0_i64)]).await.unwrap();
    let add = || Counter::patch().add(Counter::VALUE, 1_i64);
    let side = async |first: &'static str, second: &'static str, ready: &tokio::sync::Barrier| {
        let tx = db.begin().await.unwrap();
        Counter::dao(&tx).patch(first, add()).await.unwrap();
        ready.wait().await;
        match Counter::dao(&tx).patch(second, add()).await {
            Ok(()) => tx.commit().await,
            Err(error) => {
                tx.rollback().await.unwrap();
                Err(error)
            }
        }
    };
    let ready = tokio::sync::Barrier::new(2);
    let (one, two) = tokio::join!(side("a", "b", &ready), side("b", "a", &ready));
    // An engine that looks seldom may choose both.
    let told: Vec<Error> = [one, two].into_iter().filter_map(Result::err).collect();
    assert!(!told.is_empty(), "both had what the other waited for");
    for error in &told {
        assert!(kinds.contains(&error.kind()), "{:?}: {error}", error.kind());
    }
    let through = 2 - i64::try_from(told.len()).unwrap();
    let values: Vec<i64> = counters.all().await.unwrap().iter().map(|row| row.value).collect();
    assert_eq!(values, [through; 2]);

    let both = async |tx: &Transaction, first: &'static str, second: &'static str| {
        Counter::dao(tx).patch(first, add()).await?;
        tokio::task::yield_now().await;
        Counter::dao(tx).patch(second, add()).await
    };
    let retry = Retry::default().tries(20);
    let (one, two) = tokio::join!(
        db.transaction_retrying(retry, async |tx| both(tx, "a", "b").await),
        db.transaction_retrying(retry, async |tx| both(tx, "b", "a").await),
    );
    one.unwrap();
    two.unwrap();
    let values: Vec<i64> = counters.all().await.unwrap().iter().map(|row| row.value).collect();
    assert_eq!(values, [through + 2; 2]);
}
