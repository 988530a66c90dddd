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
        let (mut units, mut left) = (Box::pin(units), waits);
        let cut = poll_fn(|context| match units.as_mut().poll(context) {
            Poll::Ready(result) => Poll::Ready(Some(result)),
            Poll::Pending if left == 0 => Poll::Ready(None),
            Poll::Pending => {
                left -= 1;
                Poll::Pending
            }
        });
        let is_done = cut.await.map(Result::unwrap).is_some();
        drop(units);
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
