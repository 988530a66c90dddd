//! What transactions and clients that are in each other's way are told, and a server that has no room.

use std::time::{Duration, Instant};

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Retry};
use tablewright_tests::live::deadlock;
use tablewright_tests::server::fresh;
use tablewright_tests::table::Suite;
use tablewright_tests::table::people::{Counter, NewCounter};

use crate::{empty, is_there, one};

#[tokio::test(flavor = "multi_thread")]
async fn a_deadlock_is_told_and_tried_again() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    deadlock::holds(&db, Kind::Deadlock).await;
}

#[tokio::test]
async fn what_cannot_be_ordered_is_told_and_tried_again() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 0_i64)).await.unwrap();
    let add = || Counter::patch().add(Counter::VALUE, 1_i64);
    let tries = std::sync::atomic::AtomicU32::new(0);
    let work = async |tx: &tablewright::Transaction| {
        tx.execute_sql("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", &[]).await?;
        Counter::dao(tx).get("a").await?;
        if tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) < 2 {
            counters.patch("a", add()).await?;
        }
        Counter::dao(tx).patch("a", add()).await
    };
    let error = db.transaction(async |tx| work(tx).await).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Serialization, "{error}");
    db.transaction_retrying(Retry::default(), async |tx| work(tx).await).await.unwrap();
    assert_eq!(tries.into_inner(), 3);
    assert_eq!(counters.get("a").await.unwrap().value, 3);
}

/// What is tried again is what the database refused, and no error of the closure's own after it.
#[tokio::test]
async fn an_error_after_a_conflict_is_the_closure_s_own() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 0_i64)).await.unwrap();
    let set = |value: i64| Counter::patch().set(Counter::VALUE, value);
    let tries = std::sync::atomic::AtomicI64::new(0);
    let conflict = async |tx: &tablewright::Transaction| {
        tx.execute_sql("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", &[]).await?;
        Counter::dao(tx).get("a").await?;
        let tried = tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        if tried == 0 {
            counters.patch("a", set(1)).await?;
        }
        let swallowed = Counter::dao(tx).patch("a", set(2)).await.err();
        assert_eq!(swallowed.map(|error| error.kind()), (tried == 0).then_some(Kind::Serialization));
        Ok::<_, Error>(())
    };
    let own = db.transaction_retrying(Retry::default(), async |tx| {
        conflict(tx).await?;
        Err::<(), _>(Error::new(Kind::Other, "not enough"))
    });
    assert_eq!(own.await.unwrap_err().to_string(), "not enough");
    assert_eq!(tries.swap(0, std::sync::atomic::Ordering::Relaxed), 1);
    // What the transaction does not take for the conflict, it does not take: a statement, or the commit.
    db.transaction_retrying(Retry::default(), async |tx| {
        conflict(tx).await?;
        Counter::dao(tx).get("a").await.map(drop)
    })
    .await
    .unwrap();
    assert_eq!(tries.swap(0, std::sync::atomic::Ordering::Relaxed), 2);
    db.transaction_retrying(Retry::default(), async |tx| conflict(tx).await).await.unwrap();
    assert_eq!(tries.into_inner(), 2);
    assert_eq!(counters.get("a").await.unwrap().value, 2);
}

#[tokio::test]
async fn what_takes_too_long_is_told() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    Counter::dao(&db).create(NewCounter::new("a", 0_i64)).await.unwrap();
    let set = || Counter::patch().set(Counter::VALUE, 1_i64);
    let holder = db.begin().await.unwrap();
    Counter::dao(&holder).patch("a", set()).await.unwrap();
    let tx = db.begin().await.unwrap();
    tx.execute_sql("SET LOCAL lock_timeout = '100ms'", &[]).await.unwrap();
    assert_eq!(Counter::dao(&tx).patch("a", set()).await.unwrap_err().kind(), Kind::Busy);
    tx.rollback().await.unwrap();
    let tx = db.begin().await.unwrap();
    tx.execute_sql("SET LOCAL statement_timeout = '100ms'", &[]).await.unwrap();
    assert_eq!(Counter::dao(&tx).patch("a", set()).await.unwrap_err().kind(), Kind::Timeout);
    tx.rollback().await.unwrap();
    holder.commit().await.unwrap();
}

/// A statement whose caller went away is stopped over another connection. If the server has none for long it looks by itself
/// whether its client is there.
#[tokio::test]
async fn a_full_server_stops_what_was_cut_off_all_the_same() {
    if !is_there() {
        return;
    }
    let url = fresh::url("postgres", "full").await;
    let admin = Database::connect(&url).await.unwrap();
    Suite::create(&admin).await.unwrap();
    let sql = "SELECT current_setting('client_connection_check_interval')";
    assert_eq!(one(&admin, sql, |row| row.get::<String>(0)).await, "1s");
    Counter::dao(&admin).create(NewCounter::new("a", 0_i64)).await.unwrap();
    let role = format!("tablewright_full_{}", std::process::id());
    for sql in [
        format!("CREATE ROLE {role} LOGIN PASSWORD 'full' CONNECTION LIMIT 1"),
        format!("GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}"),
    ] {
        admin.execute_sql(&sql, &[]).await.unwrap();
    }
    let (_, place) = url.rsplit_once('@').unwrap();
    let one_only = Database::connect(&format!("postgres://{role}:full@{place}pool_size=1")).await.unwrap();
    let holder = admin.begin().await.unwrap();
    Counter::dao(&holder).patch("a", Counter::patch().set(Counter::VALUE, 1_i64)).await.unwrap();
    let late = async { Counter::dao(&one_only).patch("a", Counter::patch().set(Counter::VALUE, 2_i64)).await };
    assert!(tokio::time::timeout(Duration::from_millis(200), late).await.is_err(), "it waits");
    // Five seconds for another connection, and one until the server looks.
    let start = Instant::now();
    let waits = format!("SELECT COUNT(*) FROM pg_stat_activity WHERE usename = '{role}'");
    while one(&admin, &waits, |row| row.i64(0)).await > 0 {
        assert!(start.elapsed() < Duration::from_secs(30), "it still waits for the lock");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    holder.commit().await.unwrap();
    assert_eq!(Counter::dao(&admin).get("a").await.unwrap().value, 1);
    one_only.close().await.unwrap();
    for sql in [format!("DROP OWNED BY {role}"), format!("DROP ROLE {role}")] {
        admin.execute_sql(&sql, &[]).await.unwrap();
    }
    admin.close().await.unwrap();
}
