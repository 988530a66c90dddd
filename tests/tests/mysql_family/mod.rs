//! What MySQL and MariaDB do to their clients, and what the driver makes of it.

mod load;
mod sql;

use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Row};
use tablewright_schema::Dialect;
use tablewright_tests::golden::case;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};
use tablewright_tests::{server, source};

pub use self::load::{a_cancelled_statement_takes_no_effect, many_rows_go_in_few_statements, two_hundred_tasks_share_five_connections};
pub use self::sql::{
    a_deadlock_ends_the_whole_transaction, a_schema_that_changes_in_a_transaction, a_statement_is_what_it_says,
    errors_tell_what_happened, the_session_is_set_up, values_are_read_strictly,
};

/// A test for each function of this module.
macro_rules! tests {
    ($engine:literal, $dialect:expr, if $is_there:expr) => {
        mysql_family::tests! {
            @each $engine, $dialect, $is_there;
            a_cancelled_statement_takes_no_effect
            a_deadlock_ends_the_whole_transaction
            a_killed_connection_is_told_and_the_next_call_works
            a_schema_that_changes_in_a_transaction
            a_statement_cut_off_in_a_transaction_is_never_committed
            a_statement_is_what_it_says
            errors_tell_what_happened
            golden_files_run_as_they_stand
            many_rows_go_in_few_statements
            the_session_is_set_up
            two_hundred_tasks_share_five_connections
            values_are_read_strictly
            who_is_not_let_in_is_told_why
        }
    };
    (@each $engine:literal, $dialect:expr, $is_there:expr; $($test:ident)+) => {
        $(
            #[tokio::test(flavor = "multi_thread")]
            async fn $test() {
                if $is_there {
                    mysql_family::$test($engine, $dialect).await;
                }
            }
        )+
    };
}
pub(crate) use tests;

/// A new database without tables.
pub async fn empty(engine: &str, settings: &str) -> Database {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let name = format!("tablewright_live_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    let server = administrator(engine).await;
    // What an earlier run left.
    server.execute_sql(&format!("DROP DATABASE IF EXISTS {name}"), &[]).await.unwrap();
    server.execute_sql(&format!("CREATE DATABASE {name}"), &[]).await.unwrap();
    let url = server::url(engine).unwrap();
    let (place, _) = url.rsplit_once('/').unwrap();
    Database::connect(&format!("{place}/{name}?{settings}")).await.unwrap()
}

/// The server's own database. Not shared between tests: each has a runtime of its own.
async fn administrator(engine: &str) -> Database {
    Database::connect(&server::url(engine).unwrap()).await.unwrap()
}

async fn one<V: Send>(
    executor: &impl Executor,
    sql: &str,
    read: impl FnMut(&mut dyn Row) -> tablewright::Result<V> + Send,
) -> V {
    executor.fetch_sql(sql, &[], read).await.unwrap().pop().unwrap()
}

pub async fn golden_files_run_as_they_stand(engine: &str, dialect: Dialect) {
    let db = empty(engine, "").await;
    let mut wrong = Vec::new();
    for case in case::all() {
        let file = source::root().join("tests/ddl").join(case.name).join(format!("{dialect}.sql"));
        let script = fs::read_to_string(&file).unwrap();
        let (create, drop) = script.split_once("-- drop\n").unwrap_or((&script, ""));
        for script in [create, drop] {
            if script.lines().all(|line| line.is_empty() || line.starts_with("--")) {
                continue;
            }
            if let Err(error) = db.execute(Statement::built(script, Operation::Ddl), &[]).await {
                wrong.push(format!("{}: {error}\n{script}", case.name));
            }
        }
        for table in db.fetch_sql(dialect.tables_query(), &[], |row| row.get::<String>(0)).await.unwrap() {
            wrong.push(format!("{} leaves {table}", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Ends all connections to a database.
async fn kill_all(server: &Database, database: &str) {
    let sql = "SELECT CAST(id AS SIGNED) FROM information_schema.processlist WHERE db = ?";
    for id in server.fetch_sql(sql, &[database.into()], |row| row.i64(0)).await.unwrap() {
        // It may be gone by now.
        server.execute_sql(&format!("KILL CONNECTION {id}"), &[]).await.ok();
    }
    // They go when they notice.
    while !server.fetch_sql(sql, &[database.into()], |row| row.i64(0)).await.unwrap().is_empty() {
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

pub async fn a_killed_connection_is_told_and_the_next_call_works(engine: &str, _: Dialect) {
    let db = empty(engine, "pool_size=3").await;
    Suite::create(&db).await.unwrap();
    let server = administrator(engine).await;
    let name: String = one(&db, "SELECT DATABASE()", |row| row.get(0)).await;
    for _ in 0..3 {
        // Three connections rest when they are killed.
        let open = [db.begin().await.unwrap(), db.begin().await.unwrap(), db.begin().await.unwrap()];
        for transaction in open {
            transaction.rollback().await.unwrap();
        }
        kill_all(&server, &name).await;
        let error = Counter::dao(&db).all().await.unwrap_err();
        assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
        for _ in 0..3 {
            assert_eq!(Counter::dao(&db).all().await.unwrap(), []);
        }
    }

    // In the middle of a transaction it is over, and nothing of it is kept.
    let transaction = db.begin().await.unwrap();
    Counter::dao(&transaction).create(NewCounter::new("lost", 1_i64)).await.unwrap();
    kill_all(&server, &name).await;
    let error = transaction.commit().await.unwrap_err();
    assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
    assert_eq!(Counter::dao(&db).all().await.unwrap(), []);

    // A transaction that begins on a dead connection gets another one: nothing was lost.
    kill_all(&server, &name).await;
    db.begin().await.unwrap().rollback().await.unwrap();

    // A statement that runs is stopped.
    let running = tokio::spawn({
        let db = db.clone();
        async move { db.execute_sql("DO SLEEP(60)", &[]).await.unwrap_err().kind() }
    });
    tokio::time::sleep(Duration::from_millis(200)).await;
    kill_all(&server, &name).await;
    let kind = running.await.unwrap();
    assert!(matches!(kind, Kind::ConnectionLost | Kind::Timeout), "{kind:?}");
    // Its connection is not lent again.
    assert_eq!(Counter::dao(&db).all().await.unwrap(), []);
}

pub async fn a_statement_cut_off_in_a_transaction_is_never_committed(engine: &str, _: Dialect) {
    let db = empty(engine, "pool_size=2").await;
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

pub async fn who_is_not_let_in_is_told_why(engine: &str, dialect: Dialect) {
    let url = server::url(engine).unwrap();
    // What the server is, it says itself.
    for scheme in ["mysql", "mariadb"] {
        let (_, rest) = url.split_once("://").unwrap();
        let db = Database::connect(&format!("{scheme}://{rest}")).await.unwrap();
        assert_eq!(Executor::dialect(&db), dialect);
    }
    let (place, _) = url.rsplit_once('/').unwrap();
    let error = Database::connect(&format!("{place}/no_such_database")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(error.to_string().contains("no_such_database"), "{error}");
    let (_, server) = place.rsplit_once('@').unwrap();
    for place in [server, "127.0.0.1:1"] {
        let error = Database::connect(&format!("mysql://me:secret@{place}/db")).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Connect);
        assert!(error.to_string().contains(place), "{error}");
        assert!(!format!("{error:?}").contains("secret"), "{error:?}");
    }

    // Without a database there is a server to ask, and no table.
    let db = Database::connect(&format!("{place}/")).await.unwrap();
    let error = Author::dao(&db).create(NewAuthor::new("nowhere")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage, "{error}");
}
