//! Many tasks, and tasks that go away in the middle.

use std::time::Duration;

use tablewright::HandwrittenSql;
use tablewright::prelude::*;
use tablewright_tests::live::load;
use tablewright_tests::table::Suite;
use tablewright_tests::table::people::{Counter, NewCounter};

use crate::family::{administrator, again, connections, cut_off_asleep, empty, is_there, kill_all, one};

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
                // Cut off while it was prepared, or while the savepoint was set.
                Err(error) => assert!(matches!(error.kind(), Kind::ConnectionLost | Kind::Usage), "{error}"),
            }
        }
        let sum = db.fetch_sql("SELECT ? + 1", &[micros.into()], |row| row.i64(0)).await;
        match sum {
            Ok(rows) => assert_eq!(rows, [micros + 1]),
            Err(error) => panic!("{micros}: {error}"),
        }
    }
    let left = async || one(&db, &open(), |row| row.i64(0)).await <= 2;
    load::until("what was cut off is closed", left).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_cut_off_in_a_transaction_is_never_committed() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let other = again(&db, "pool_size=1").await;
    let slow = "INSERT INTO counters (name, value) SELECT 'slow', 1 + SLEEP(2)";
    let failing = "INSERT INTO counters (name, value) SELECT IF(SLEEP(2) = 0, NULL, ''), 1";
    for sql in [slow, failing] {
        // Alone: it is gone with the transaction.
        let transaction = db.begin().await.unwrap();
        cut_off_asleep(&other, &transaction, sql).await;
        let error = transaction.execute_sql("SELECT 1", &[]).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");
        let error = transaction.commit().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");

        // Behind a savepoint: it is undone, and the rest is kept.
        let transaction = db.begin().await.unwrap();
        Counter::dao(&transaction).create(NewCounter::new(format!("kept {}", sql.len()), 1_i64)).await.unwrap();
        let inner = transaction.begin().await.unwrap();
        cut_off_asleep(&other, &inner, sql).await;
        drop(inner);
        Counter::dao(&transaction).create(NewCounter::new(format!("after {}", sql.len()), 1_i64)).await.unwrap();
        transaction.commit().await.unwrap();

        let transaction = db.begin().await.unwrap();
        cut_off_asleep(&other, &transaction, sql).await;
        transaction.rollback().await.unwrap();
    }
    let names: Vec<_> = Counter::dao(&db).all().await.unwrap().into_iter().map(|row| row.name).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(!names.contains(&"slow".to_owned()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_tasks_share_ten_connections() {
    if !is_there() {
        return;
    }
    let db = empty(load::SETTINGS).await;
    Suite::create(&db).await.unwrap();
    load::hold(&db, &open()).await;
}

/// How many connections the database has.
fn open() -> String {
    format!("SELECT COUNT(*) FROM {} WHERE db = DATABASE()", connections())
}
