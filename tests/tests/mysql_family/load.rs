//! Many tasks, many rows, and tasks that go away in the middle.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Param};
use tablewright_schema::Dialect;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};

use super::{empty, one};

pub async fn a_cancelled_statement_takes_no_effect(engine: &str, _: Dialect) {
    let db = empty(engine, "pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 0_i64)).await.unwrap();
    for _ in 0..5 {
        // It waits for the row that this transaction holds, and is cancelled there.
        let holder = db.begin().await.unwrap();
        Counter::dao(&holder).patch("a", Counter::patch().add(Counter::VALUE, 0_i64)).await.unwrap();
        let waiter = tokio::spawn({
            let db = db.clone();
            async move { Counter::dao(&db).patch("a", Counter::patch().set(Counter::VALUE, 1_i64)).await }
        });
        tokio::time::sleep(Duration::from_millis(100)).await;
        waiter.abort();
        assert!(waiter.await.unwrap_err().is_cancelled());
        // Given a moment, its connection is gone and cannot take the lock when it is free.
        tokio::time::sleep(Duration::from_millis(300)).await;
        holder.rollback().await.unwrap();
        assert_eq!(counters.get("a").await.unwrap().value, 0);
    }

    // A query that is cut off at any moment of it.
    let rows = "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 900) SELECT REPEAT('x', 1000), n FROM t";
    for micros in (0..4_000).step_by(100) {
        // New texts are prepared first, and cut off there.
        let sql = format!("{rows} /* {micros} */");
        let rows = db.fetch_sql(&sql, &[], |row| row.i32(1));
        tokio::time::timeout(Duration::from_micros(micros), rows).await.ok();
    }
    for n in 0..10_i64 {
        let sum = db.fetch_sql("SELECT ? + 1", &[Param::I64(n)], |row| row.i64(0)).await.unwrap();
        assert_eq!(sum, [n + 1]);
    }
    let open = "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()";
    let mut left = 0;
    for _ in 0..50 {
        left = one(&db, open, |row| row.i64(0)).await;
        if left <= 2 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(left <= 2, "{left} connections were left behind");
}

pub async fn two_hundred_tasks_share_five_connections(engine: &str, _: Dialect) {
    let db = empty(engine, "pool_size=5&acquire_timeout=10000").await;
    Suite::create(&db).await.unwrap();
    Counter::dao(&db).create(NewCounter::new("hits", 0_i64)).await.unwrap();
    let is_over = Arc::new(AtomicBool::new(false));
    let tasks: Vec<_> = (0..200_u32)
        .map(|task| {
            let (db, is_over) = (db.clone(), Arc::clone(&is_over));
            tokio::spawn(async move {
                let (mut rounds, mut longest) = (0_u32, Duration::ZERO);
                while !is_over.load(Ordering::Relaxed) {
                    let start = Instant::now();
                    match task % 4 {
                        0 => {
                            let work = db.transaction(async |tx| {
                                Author::dao(tx).create(NewAuthor::new(format!("{task}-{rounds}"))).await.map(drop)
                            });
                            work.await.unwrap();
                        }
                        1 => drop(db.begin().await.unwrap()),
                        2 => drop(Counter::dao(&db).get("hits").await.unwrap()),
                        _ => drop(Counter::dao(&db).count(Counter::VALUE.gt(0)).await.unwrap()),
                    }
                    rounds += 1;
                    longest = longest.max(start.elapsed());
                }
                (rounds, longest)
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(3)).await;
    is_over.store(true, Ordering::Relaxed);
    let (mut least, mut longest) = (u32::MAX, Duration::ZERO);
    for task in tasks {
        let (rounds, wait) = task.await.unwrap();
        (least, longest) = (least.min(rounds), longest.max(wait));
    }
    println!("each task had at least {least} turns and waited at most {longest:?}");
    assert!(least >= 2, "a task had {least} turns in three seconds");
}

pub async fn many_rows_go_in_few_statements(engine: &str, _: Dialect) {
    let db = empty(engine, "").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    let rows = |name: &'static str, count: i32| {
        (0..count).map(move |n| NewCounter::new(format!("{name}{n}"), i64::from(n)).extra((n % 2 == 0).then_some(n)))
    };
    let start = Instant::now();
    counters.create_many(rows("a", 20_000).collect()).await.unwrap();
    println!("20000 rows took {:?}", start.elapsed());
    assert_eq!(counters.count(Counter::EXTRA.is_null()).await.unwrap(), 10_000);
    assert_eq!(counters.get("a19999").await.unwrap().value, 19_999);
    // The last row of the last piece is there already.
    let error = counters.create_many(rows("b", 1_500).chain(rows("a", 1)).collect()).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    assert_eq!(error.constraint().unwrap().columns, ["name"]);
    assert_eq!(counters.count(Condition::all()).await.unwrap(), 20_000);
    db.transaction(async |tx| {
        let inside = Counter::dao(tx);
        inside.create_many(rows("b", 1_500).chain(rows("a", 1)).collect()).await.unwrap_err();
        inside.create_many(rows("c", 3).collect()).await
    })
    .await
    .unwrap();
    assert_eq!(counters.count(Condition::all()).await.unwrap(), 20_003);
}
