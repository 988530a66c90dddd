//! What a procedure does to the transaction that it is called in, or to none.

use tablewright::HandwrittenSql;
use tablewright::prelude::*;
use tablewright_tests::live::load;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};

use crate::ENGINE;
use crate::family::{again, cut_off_asleep, empty, is_there, one};

const ADD: &str = "INSERT INTO counters (name, value) VALUES (UUID_SHORT(), 1)";

/// So many characters of a statement, as a name.
fn end_of(sql: &str, most: usize) -> &str {
    &sql[sql.len().saturating_sub(most)..]
}

/// A database with procedures, and one connection.
async fn with_procedures() -> Database {
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    for (name, body) in [
        ("adds", ADD.to_owned()),
        ("commits", format!("{ADD}; COMMIT")),
        ("changes", "CREATE TABLE IF NOT EXISTS made (id int)".to_owned()),
        ("recommits", format!("COMMIT; START TRANSACTION; {ADD}")),
        ("begins", format!("START TRANSACTION; {ADD}")),
        ("is_manual", format!("SET autocommit = 0; {ADD}")),
        ("stays_manual", "SET autocommit = 0".to_owned()),
        ("fails", "COMMIT; SIGNAL SQLSTATE '45000'".to_owned()),
        ("waits", format!("{ADD}; DO SLEEP(2); {ADD}")),
        ("waits_behind", format!("COMMIT; START TRANSACTION; {ADD}; COMMIT; DO SLEEP(10)")),
        ("refuses", format!("{ADD}; SIGNAL SQLSTATE '45000'")),
    ] {
        db.execute_sql(&format!("CREATE PROCEDURE {name}() BEGIN {body}; END"), &[]).await.unwrap();
    }
    db
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_that_it_committed_is_not_told_as_undone() {
    if !is_there() {
        return;
    }
    let db = with_procedures().await;
    let names = async || -> Vec<String> {
        Author::dao(&db).all().await.unwrap().into_iter().map(|author| author.name).collect()
    };
    let mut calls = vec!["CALL commits()", "CALL changes()", "CALL recommits()"];
    if ENGINE == "mariadb" {
        calls.extend([
            "EXECUTE IMMEDIATE 'CALL commits()'",
            "IF 1 THEN COMMIT; END IF",
            "BEGIN NOT ATOMIC COMMIT; END",
            "SET STATEMENT max_statement_time = 60 FOR CALL commits()",
            "SET STATEMENT max_statement_time = 60 FOR ALTER TABLE counters COMMENT 'x'",
        ]);
    }
    let mut kept = Vec::new();
    for call in calls {
        let tx = db.begin().await.unwrap();
        let name = end_of(call, 40);
        Author::dao(&tx).create(NewAuthor::new(name)).await.unwrap();
        tx.execute_sql(call, &[]).await.unwrap();
        // What follows is a unit of its own.
        Author::dao(&tx).create(NewAuthor::new("undone")).await.unwrap();
        assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported, "{call}");
        kept.push(name);
        assert_eq!(names().await, kept);
    }
    // What `recommits` left open was undone with what followed it.
    let added = kept.iter().filter(|call| call.contains("commits()") && !call.contains("recommits")).count();
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), added as u64);
    // One that fails after it has committed leaves nothing to go on with.
    let tx = db.begin().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("kept")).await.unwrap();
    tx.execute_sql("CALL fails()", &[]).await.unwrap_err();
    let error = Author::dao(&tx).create(NewAuthor::new("alone")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unsupported, "{error}");
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    kept.push("kept");
    assert_eq!(names().await, kept);
    // One that does neither is a part of it.
    for call in ["CALL adds()", "CALL refuses()"] {
        let tx = db.begin().await.unwrap();
        Author::dao(&tx).create(NewAuthor::new("undone")).await.unwrap();
        assert_eq!(tx.execute_sql(call, &[]).await.is_ok(), call == "CALL adds()");
        tx.rollback().await.unwrap();
        assert_eq!(names().await, kept);
    }
}

/// What was called and cut off is undone like any other statement, if it was a part of the transaction.
#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_cut_off_is_undone_or_told() {
    if !is_there() {
        return;
    }
    let db = with_procedures().await;
    let other = again(&db, "pool_size=1").await;
    let tx = db.begin().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("kept")).await.unwrap();
    let inner = tx.begin().await.unwrap();
    cut_off_asleep(&other, &inner, "CALL waits()").await;
    inner.rollback().await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 0);
    let tx = db.begin().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("undone")).await.unwrap();
    cut_off_asleep(&other, &tx, "CALL waits()").await;
    tx.rollback().await.unwrap();
    let tx = db.begin().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("kept too")).await.unwrap();
    let is_there = async || Counter::dao(&other).count(Condition::all()).await.unwrap() == 1;
    load::cut_off_at(load::until("it has committed", is_there), tx.execute_sql("CALL waits_behind()", &[])).await;
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    let names: Vec<_> = Author::dao(&db).all().await.unwrap().into_iter().map(|author| author.name).collect();
    assert_eq!(names, ["kept", "kept too"]);
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_that_it_left_open_is_nobody_else_s() {
    if !is_there() {
        return;
    }
    let db = with_procedures().await;
    let counters = Counter::dao(&db);
    let again = again(&db, "").await;
    let mut calls = vec![
        ("CALL begins()", true),
        ("CALL is_manual()", true),
        ("CALL stays_manual()", false),
        ("CALL adds()", false),
    ];
    if ENGINE == "mariadb" {
        calls.extend([
            ("SET STATEMENT max_statement_time = 60 FOR CALL begins()", true),
            (
                "BEGIN NOT ATOMIC START TRANSACTION; INSERT INTO counters (name, value) VALUES (UUID_SHORT(), 1); END",
                true,
            ),
        ]);
    }
    for (call, is_told) in calls {
        let before = counters.count(Condition::all()).await.unwrap();
        let called = db.execute_sql(call, &[]).await;
        assert_eq!(called.as_ref().err().map(Error::kind), is_told.then_some(Kind::Usage), "{call}: {called:?}");
        counters.create(NewCounter::new(end_of(call, 20), 0_i64)).await.unwrap();
        // Seen from elsewhere: it is committed.
        let added = Counter::dao(&again).count(Condition::all()).await.unwrap() - before;
        assert_eq!(added, if call == "CALL adds()" { 2 } else { 1 }, "{call}");
        assert_eq!(one(&db, "SELECT @@autocommit", |row| row.i64(0)).await, 1, "{call}");
    }
}

/// Nor does a transaction begin by itself after one in which something was called.
#[tokio::test(flavor = "multi_thread")]
async fn how_transactions_begin_is_nobody_else_s() {
    if !is_there() {
        return;
    }
    let db = with_procedures().await;
    db.execute_sql("CREATE PROCEDURE chains() SET completion_type = 'CHAIN'", &[]).await.unwrap();
    let again = again(&db, "").await;
    for (call, end) in
        ["CALL stays_manual()", "CALL chains()"].into_iter().flat_map(|call| [0, 1, 2].map(|end| (call, end)))
    {
        let tx = db.begin().await.unwrap();
        tx.execute_sql(call, &[]).await.unwrap();
        match end {
            0 => tx.commit().await.unwrap(),
            1 => tx.rollback().await.unwrap(),
            _ => drop(tx),
        }
        let name = format!("{} {end}", end_of(call, 15));
        Counter::dao(&db).create(NewCounter::new(&name, 0_i64)).await.unwrap();
        assert!(Counter::dao(&again).exists(&name).await.unwrap(), "{name}: it is committed");
    }
}

/// A setting or a lock that would stay with a connection that others get.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_stays_with_a_connection() {
    if !is_there() {
        return;
    }
    let db = with_procedures().await;
    let mut locks = vec!["LOCK TABLES counters READ", "FLUSH TABLES counters WITH READ LOCK"];
    if ENGINE == "mariadb" {
        locks.push("SET STATEMENT max_statement_time = 60 FOR LOCK TABLES counters READ");
    }
    for sql in locks {
        let error = db.execute_sql(sql, &[]).await.unwrap_err();
        assert!(error.kind() == Kind::Usage && error.to_string().contains("FOR UPDATE"), "{sql}: {error}");
    }
    Counter::dao(&db).create(NewCounter::new("a", 0_i64)).await.unwrap();
    // In a transaction it commits, and the one that follows gives the lock back.
    let tx = db.begin().await.unwrap();
    Counter::dao(&tx).create(NewCounter::new("b", 0_i64)).await.unwrap();
    tx.execute_sql("LOCK TABLES counters READ", &[]).await.unwrap();
    Counter::dao(&tx).create(NewCounter::new("c", 0_i64)).await.unwrap();
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 2);
    // What was called may lock too.
    if ENGINE == "mariadb" {
        for call in [
            "EXECUTE IMMEDIATE 'LOCK TABLES counters READ'",
            "EXECUTE IMMEDIATE 'FLUSH TABLES counters WITH READ LOCK'",
        ] {
            db.execute_sql(call, &[]).await.unwrap();
            Counter::dao(&db).create(NewCounter::new(end_of(call, 20), 0_i64)).await.unwrap();
        }
    }
}

/// A lock on the whole server would hang it for all, and no transaction that begins gives it back.
#[tokio::test(flavor = "multi_thread")]
async fn the_server_is_not_locked() {
    if !is_there() {
        return;
    }
    let db = with_procedures().await;
    let mut locks = vec!["FLUSH TABLES WITH READ LOCK", "flush /* x */ local tables with read lock"];
    locks.extend(match ENGINE {
        "mariadb" => ["BACKUP STAGE START", "BACKUP LOCK counters"].as_slice(),
        _ => &["LOCK INSTANCE FOR BACKUP"],
    });
    for sql in locks {
        let tx = db.begin().await.unwrap();
        Counter::dao(&tx).create(NewCounter::new("undone", 0_i64)).await.unwrap();
        let inside = tx.execute_sql(sql, &[]).await.unwrap_err();
        tx.rollback().await.unwrap();
        let alone = db.execute_sql(sql, &[]).await.unwrap_err();
        for error in [inside, alone] {
            assert!(error.kind() == Kind::Usage && error.to_string().contains("whole server"), "{sql}: {error}");
        }
    }
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 0);
}
