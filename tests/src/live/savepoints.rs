//! A savepoint that is cut off while it is set, used or released leaves a transaction that goes on, or says that it cannot.

use std::future::poll_fn;
use std::task::Poll;

use tablewright::prelude::*;

use crate::table::people::{Counter, NewCounter};

/// The most times that two savepoints with a statement in each wait for the server, and more.
const WAITS: u32 = 20;
/// How often they are cut off at least, and at most: on a busy machine an answer may nearly always be there before it is waited for.
const ROUNDS: std::ops::Range<u32> = 10 * WAITS..500 * WAITS;

/// Cuts savepoints off when they wait for the server, having sent it something. The database has the tables of the suite.
pub async fn hold(db: &Database) {
    let (mut whole, mut undone, mut refused) = (0, 0, 0);
    // Which wait it is differs from time to time, as answers come sooner or later.
    for (round, waits) in (0..ROUNDS.end).map(|round| (round, round % WAITS)) {
        if round >= ROUNDS.start && whole > 0 && undone > 0 {
            break;
        }
        let transaction = db.begin().await.unwrap();
        let (inside, after) = (format!("in {round}"), format!("after {round}"));
        // Two of them, for the second tells the server that the first is over.
        let units = async {
            for half in ["a", "b"] {
                let new = NewCounter::new(format!("{inside} {half}"), 0_i64);
                transaction.transaction(async |unit| Counter::dao(unit).create(new).await.map(drop)).await?;
            }
            Ok::<_, Error>(())
        };
        let is_done = cut(waits, units).await.map(Result::unwrap).is_some();
        match Counter::dao(&transaction).create(NewCounter::new(&after, 0_i64)).await {
            Ok(_) => transaction.commit().await.unwrap(),
            Err(error) => {
                // It was cut off while it was set, and what comes before it is not behind a savepoint; or in the middle of
                // an answer that cannot be read to its end.
                assert!(matches!(error.kind(), Kind::Usage | Kind::ConnectionLost), "{error}");
                assert!(!is_done && error.to_string().contains("cut off"), "{error}");
                transaction.rollback().await.ok();
                refused += 1;
                assert_eq!(Counter::dao(db).count(Counter::NAME.contains(&format!(" {round}"))).await.unwrap(), 0);
                continue;
            }
        }
        let there = Counter::dao(db).count(Counter::NAME.starts_with(&format!("{inside} "))).await.unwrap();
        assert!(there == 2 || !is_done, "{there} of 2 rows");
        assert!(Counter::dao(db).exists(&after).await.unwrap());
        *if there == 2 { &mut whole } else { &mut undone } += 1;
        Counter::dao(db).delete_where(Condition::all()).await.unwrap();
    }
    println!("{whole} were whole, {undone} undone in part, {refused} cut off while a savepoint was set");
    assert!(whole > 0 && undone > 0, "none was cut off, or all were");
}

/// Cuts off the way back to a savepoint, and what does it again. The database has the tables of the suite.
pub async fn are_returned_to(db: &Database) {
    let mut twice = 0;
    for (round, waits) in (0..ROUNDS.end).map(|round| (round, round % WAITS)) {
        if round >= 4 * WAITS && twice > 0 {
            break;
        }
        let transaction = db.begin().await.unwrap();
        let [before, inside, again, after] =
            ["before", "inside", "again", "after"].map(|name| format!("{name} {round}"));
        let add = |name: &str| Counter::dao(&transaction).create(NewCounter::new(name, 0_i64));
        add(&before).await.unwrap();
        let unit = transaction.begin().await.unwrap();
        Counter::dao(&unit).create(NewCounter::new(&inside, 0_i64)).await.unwrap();
        cut(waits, unit.rollback()).await;
        let is_again = cut(waits / 4, add(&again)).await.map(Result::unwrap).is_some();
        if !is_again {
            match add(&after).await {
                Ok(_) => twice += 1,
                // It was the statement that was cut off, and there is no savepoint before it.
                Err(error) => {
                    assert!(error.kind() == Kind::Usage && error.to_string().contains("cut off"), "{error}");
                    transaction.rollback().await.unwrap();
                    continue;
                }
            }
        }
        transaction.commit().await.unwrap();
        let counters = Counter::dao(db).find_all(Counter::NAME.ends_with(&format!(" {round}"))).await.unwrap();
        let mut names: Vec<_> = counters.into_iter().map(|counter| counter.name).collect();
        names.sort_unstable();
        assert_eq!(names, if is_again { [again, before] } else { [after, before] });
    }
    assert!(twice > 0, "no way back was cut off twice");
}

/// Runs something until it has waited so often, and drops it then.
async fn cut<F: Future>(waits: u32, run: F) -> Option<F::Output> {
    let (mut run, mut left) = (Box::pin(run), waits);
    poll_fn(|context| match run.as_mut().poll(context) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending if left == 0 => Poll::Ready(None),
        Poll::Pending => {
            left -= 1;
            Poll::Pending
        }
    })
    .await
}
