//! SQLite is held to the conformance suite, in memory and in a file.

#[path = "live_sqlite/in_process.rs"]
mod in_process;

use std::cell::RefCell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::Poll;

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Migrator, Retry};
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::live::{load, names};
use tablewright_tests::table::Suite;
use tablewright_tests::table::people::Counter;
use tempfile::TempDir;

/// SQLite in memory.
struct Memory;

impl EngineUnderTest for Memory {
    async fn database(&self) -> Database {
        ready("sqlite::memory:").await
    }

    fn lacks(&self, ability: Ability) -> bool {
        match ability {
            // One connection is the whole database.
            Ability::ReadsBesideAWriter | Ability::WritersBesideEachOther => true,
            // Decimals are whole numbers there.
            Ability::DecimalDivision => true,
            Ability::ExpressionDefaults
            | Ability::Microseconds
            | Ability::LongLists
            | Ability::UnpaddedComparison
            | Ability::DeepDocuments => false,
        }
    }
}

thread_local! {
    /// Removed when the thread of a test ends: after its runtime, and also if it fails.
    static FOLDERS: RefCell<Vec<TempDir>> = const { RefCell::new(Vec::new()) };
}

/// SQLite in a file, with a write-ahead log.
struct File;

impl EngineUnderTest for File {
    async fn database(&self) -> Database {
        // A new one: another run may be at work in the same place.
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let db = ready(&format!("sqlite://{}/a.db", folder.path().display())).await;
        FOLDERS.with_borrow_mut(|folders| folders.push(folder));
        db
    }

    fn lacks(&self, ability: Ability) -> bool {
        // One connection writes, and decimals are whole numbers.
        matches!(ability, Ability::WritersBesideEachOther | Ability::DecimalDivision)
    }
}

mod memory {
    use super::Memory;

    tablewright_tests::conformance!(Memory);
}

mod file {
    use super::File;

    tablewright_tests::conformance!(File);
}

async fn ready(url: &str) -> Database {
    let db = Database::connect(url).await.unwrap();
    Suite::create(&db).await.unwrap();
    db
}

/// A database's file has any name.
#[tokio::test]
async fn a_database_has_any_name() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    names::hold(names::NAME, |name| format!("sqlite://{place}/{name}")).await;
    let files: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, [names::NAME]);
}

/// Its connections are counted, those that wait too.
#[tokio::test]
async fn connections_are_counted() {
    let count = |db: &Database| {
        let pool = db.pool().unwrap();
        (pool.most, pool.open, pool.idle, pool.waiting)
    };
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().to_str().unwrap();
    let db = Database::connect(&format!("sqlite://{place}/a.db?readers=3")).await.unwrap();
    assert_eq!(count(&db), (4, 4, 4, 0));
    let writer = db.begin().await.unwrap();
    assert_eq!(count(&db), (4, 4, 3, 0));
    let mut second = Box::pin(db.begin());
    assert!(std::future::poll_fn(|context| Poll::Ready(second.as_mut().poll(context).is_pending())).await);
    assert_eq!(count(&db), (4, 4, 3, 1));
    // One that goes away waits no longer.
    drop(second);
    assert_eq!(count(&db), (4, 4, 3, 0));
    writer.rollback().await.unwrap();
    assert_eq!(count(&db), (4, 4, 4, 0));
    db.close().await.unwrap();
    assert_eq!(count(&db), (4, 0, 0, 0));
    let memory = Database::connect("sqlite::memory:").await.unwrap();
    assert_eq!(count(&memory), (1, 1, 1, 0));
}

/// A claim that is written and not listed would hold for nobody.
#[test]
fn every_claim_is_listed() {
    let list = tablewright_tests::source::files("tests/src/case", "rs");
    let (module, claims): (Vec<_>, Vec<_>) = list.into_iter().partition(|file| file.path.ends_with("/mod.rs"));
    let listed = module[0].text.split("@claims $engine, $is_there;").nth(1).unwrap().split('}').next().unwrap();
    let listed: Vec<&str> = listed.split_whitespace().collect();
    let written: Vec<&str> =
        claims.iter().map(|file| file.path.rsplit('/').next().unwrap().trim_end_matches(".rs")).collect();
    assert_eq!(listed, written);
}

#[tokio::test]
async fn it_says_its_version() {
    let version = File.database().await.version().await.unwrap();
    assert!(version.starts_with("3."), "{version}");
    // For the table of engines.
    println!("version: {version}");
}

/// What a rule says that the engine refuses, it refuses, and it takes the near miss.
#[tokio::test(flavor = "multi_thread")]
async fn rules_are_no_folklore() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    let wrong = tablewright_tests::truth::folklore(&db).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    db.close().await.unwrap();
}

#[tokio::test]
async fn statements_run_one_at_a_time() {
    let db = ready("sqlite::memory:").await;
    let two = "INSERT INTO counters (name, value) VALUES ('a', 1); INSERT INTO counters (name, value) VALUES ('b', 1)";
    let error = db.execute_sql(two, &[]).await.unwrap_err();
    assert!(error.kind() == Kind::Syntax && error.to_string().contains("one at a time"), "{error}");
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 0);
    // What only ends one is no other.
    db.execute_sql("DELETE FROM counters; -- all\n", &[]).await.unwrap();
}

/// A statement that undoes its whole transaction says so to what follows, and is no reason to run an error of the closure's own again.
#[tokio::test]
async fn an_error_after_a_transaction_was_undone_is_the_closure_s_own() {
    for engine in ["memory", "file"] {
        let db = if engine == "memory" { Memory.database().await } else { File.database().await };
        db.execute_sql("CREATE TABLE t (a INTEGER PRIMARY KEY)", &[]).await.unwrap();
        let tries = AtomicU32::new(0);
        let own = db.transaction_retrying(Retry::default(), async |tx| {
            tries.fetch_add(1, Ordering::Relaxed);
            tx.execute_sql("INSERT INTO t VALUES (1)", &[]).await?;
            let swallowed = tx.execute_sql("INSERT OR ROLLBACK INTO t VALUES (1)", &[]).await;
            assert_eq!(swallowed.unwrap_err().kind(), Kind::Unique);
            let next = tx.execute_sql("INSERT INTO t VALUES (2)", &[]).await.unwrap_err();
            assert!(next.kind() == Kind::Usage && next.to_string().contains("undid the transaction"), "{next}");
            Err::<(), _>(Error::new(Kind::Other, "not enough"))
        });
        assert_eq!(own.await.unwrap_err().to_string(), "not enough");
        assert_eq!(tries.into_inner(), 1);
        assert_eq!(db.fetch_sql("SELECT COUNT(*) FROM t", &[], |row| row.i64(0)).await.unwrap(), [0]);
    }
}

/// References are looked at where a migration's own statements run: the lock and the history have none. SQLite cannot look at one whose
/// target is not unique (<https://www.sqlite.org/foreignkeys.html#fk_indexes>).
#[tokio::test]
async fn the_lock_of_the_migrations_looks_at_no_reference() {
    let db = Memory.database().await;
    let file = r#"{ "version": "001", "name": "n", "up_sql": ["CREATE TABLE t (a INTEGER)"] }"#;
    let migrator = Migrator::new(&db, [("001.json", file)]).unwrap();
    migrator.migrate_to_latest().await.unwrap();
    for sql in ["CREATE TABLE p (a INTEGER)", "CREATE TABLE c (a INTEGER REFERENCES p (a))"] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    let look = "SELECT COUNT(*) FROM pragma_foreign_key_check";
    assert!(db.fetch_sql(look, &[], |row| row.i64(0)).await.is_err(), "it cannot be looked at");
    // Who does not hear in time that the lock is free takes it for taken.
    load::until("nobody is at work", async || migrator.runner().await.unwrap().is_none()).await;
    assert!(!migrator.relink("001").await.unwrap());
}
