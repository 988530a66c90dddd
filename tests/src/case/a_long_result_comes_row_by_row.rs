//! Of a hundred thousand rows the first is there long before the last, and the rest can be left.

use std::time::{Duration, Instant};

use tablewright::prelude::*;

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

const ROWS: i64 = 100_000;

/// Reads all rows. Gives how long the first took, and all of them.
async fn read_all(db: &Database) -> (Duration, Duration) {
    let (mut seen, mut sum, mut first) = (0, 0, None);
    let start = Instant::now();
    let each = |row: Counter| {
        first.get_or_insert_with(|| start.elapsed());
        (seen, sum) = (seen + 1, sum + row.value);
        Ok(())
    };
    Counter::dao(db).all().for_each(each).await.unwrap();
    assert_eq!((seen, sum), (ROWS, ROWS * (ROWS - 1) / 2));
    (first.unwrap(), start.elapsed())
}

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let rows = (0..ROWS).map(|n| NewCounter::new(format!("counter {n}"), n).extra(1));
    Counter::dao(&db).create_many(rows.collect()).await.unwrap();

    // Were all gathered first, nearly all of the time would be over when the first is handed on, each time. A busy computer can
    // make it so once.
    let mut times = Vec::new();
    let is_early = |(first, whole): &(Duration, Duration)| *first < *whole / 2;
    while !times.iter().any(is_early) {
        assert!(times.len() < 5, "the first rows came after {times:?}");
        times.push(read_all(&db).await);
    }

    // In a transaction it is the same connection that goes on.
    let transaction = db.begin().await.unwrap();
    for rows in [1, 10, 10_000] {
        let mut seen = 0;
        let left = Counter::dao(&transaction).all().for_each(|_| {
            seen += 1;
            if seen == rows { Err(Error::new(Kind::Usage, "enough")) } else { Ok(()) }
        });
        let error = left.await.unwrap_err();
        assert_eq!((error.kind(), seen), (Kind::Usage, rows), "{error}");
        assert_eq!(Counter::dao(&transaction).get("counter 7").await.unwrap().value, 7);
    }
    transaction.commit().await.unwrap();
    assert_eq!(Counter::dao(&db).count(Counter::EXTRA.eq(1)).await.unwrap(), ROWS.unsigned_abs());
}
