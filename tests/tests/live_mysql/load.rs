//! Many tasks, and tasks that go away in the middle.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tablewright::HandwrittenSql;
use tablewright::prelude::*;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};

use crate::family::{administrator, empty, is_there, kill_all, one};

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_runs_is_killed_with_its_connection() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let name: String = one(&db, "SELECT DATABASE()", |row| row.get(0)).await;
    let running = tokio::spawn({
        let db = db.clone();
        async move { db.execute_sql("DO SLEEP(60)", &[]).await.unwrap_err().kind() }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    kill_all(&administrator().await, &name).await;
    // The statement may still get an answer of its own.
    let kind = running.await.unwrap();
    assert!(matches!(kind, Kind::ConnectionLost | Kind::Timeout), "{kind:?}");
    // Its connection is not lent again.
    assert_eq!(Counter::dao(&db).all().await.unwrap(), []);
}

/// Also while a statement is prepared, where an answer cannot be read to its end.
#[tokio::test(flavor = "multi_thread")]
async fn a_statement_cut_off_at_any_moment_leaves_the_pool_in_order() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    for micros in (0..4_000_i64).step_by(50) {
        // Each is a new text.
        let sql = format!("SELECT ?, ?, ?, ?, ?, ?, ?, ?, {micros}");
        let params = [(); 8].map(|()| micros.into());
        let short = Duration::from_micros(micros.unsigned_abs());
        if micros % 100 == 0 {
            tokio::time::timeout(short, db.fetch_sql(&sql, &params, |row| row.i64(8))).await.ok();
        } else {
            let transaction = db.begin().await.unwrap();
            let inner = transaction.transaction(async |inner| inner.fetch_sql(&sql, &params, |row| row.i64(8)).await);
            tokio::time::timeout(short, inner).await.ok();
            match transaction.fetch_sql("SELECT 7", &[], |row| row.i64(0)).await {
                Ok(rows) => assert_eq!(rows, [7]),
                Err(error) => assert_eq!(error.kind(), Kind::ConnectionLost, "{error}"),
            }
        }
        let sum = db.fetch_sql("SELECT ? + 1", &[micros.into()], |row| row.i64(0)).await;
        match sum {
            Ok(rows) => assert_eq!(rows, [micros + 1]),
            Err(error) => panic!("{micros}: {error}"),
        }
    }
    let open = "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE()";
    for _ in 0..100 {
        if one(&db, open, |row| row.i64(0)).await <= 2 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("connections were left behind");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_cut_off_in_a_transaction_is_never_committed() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let slow = "INSERT INTO counters (name, value) SELECT 'slow', 1 + SLEEP(0.3)";
    let failing = "INSERT INTO counters (name, value) SELECT IF(SLEEP(0.3) = 0, NULL, ''), 1";
    let short = Duration::from_millis(50);
    for sql in [slow, failing] {
        // Alone: it is gone with the transaction.
        let transaction = db.begin().await.unwrap();
        tokio::time::timeout(short, transaction.execute_sql(sql, &[])).await.unwrap_err();
        let error = transaction.execute_sql("SELECT 1", &[]).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");
        let error = transaction.commit().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");

        // Behind a savepoint: it is undone, and the rest is kept.
        let transaction = db.begin().await.unwrap();
        Counter::dao(&transaction).create(NewCounter::new(format!("kept {}", sql.len()), 1_i64)).await.unwrap();
        let inner = transaction.transaction(async |inner| inner.execute_sql(sql, &[]).await);
        tokio::time::timeout(short, inner).await.unwrap_err();
        Counter::dao(&transaction).create(NewCounter::new(format!("after {}", sql.len()), 1_i64)).await.unwrap();
        transaction.commit().await.unwrap();

        let transaction = db.begin().await.unwrap();
        tokio::time::timeout(short, transaction.execute_sql(sql, &[])).await.unwrap_err();
        transaction.rollback().await.unwrap();
    }
    let names: Vec<_> = Counter::dao(&db).all().await.unwrap().into_iter().map(|row| row.name).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(!names.contains(&"slow".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_tasks_share_five_connections() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=5&acquire_timeout=10000").await;
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
