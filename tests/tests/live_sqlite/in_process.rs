//! What an engine has to be held to that answers at once, on the caller's thread.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Kind, Migrator, Transaction, TransactionOptions};
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};
use tokio::task::LocalSet;

use super::ready;

/// A loop of statements that never have to wait lets other tasks run, or no timeout around it would end.
#[tokio::test]
async fn its_thread_is_shared() {
    let db = ready("sqlite::memory:").await;
    let id = Author::dao(&db).create(NewAuthor::new("first")).await.unwrap().id;
    let turns = |work: &'static str| {
        let had_a_turn = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&had_a_turn);
        tokio::spawn(async move { seen.store(true, Ordering::Relaxed) });
        let db = db.clone();
        async move {
            for _ in 0..10_000 {
                match work {
                    "find" => drop(Author::dao(&db).find(id).await.unwrap()),
                    "count" => drop(Author::dao(&db).count(Condition::all()).await.unwrap()),
                    "update" => {
                        let patch = Author::patch().set(Author::NAME, "again");
                        Author::dao(&db).patch(id, patch).await.unwrap();
                    }
                    _ => drop(db.execute_sql("UPDATE authors SET name = 'by hand'", &[]).await.unwrap()),
                }
                if had_a_turn.load(Ordering::Relaxed) {
                    return true;
                }
            }
            false
        }
    };
    for work in ["find", "count", "update", "by hand"] {
        assert!(turns(work).await, "{work} keeps the thread to itself");
    }
}

/// Many rows go in wherever a task may run.
#[test]
fn many_rows_go_in_on_every_runtime() {
    let add = async || {
        let db = ready("sqlite::memory:").await;
        Counter::dao(&db).create_many(counters(1_000)).await.unwrap();
        assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 1_000);
    };
    let many = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    many.block_on(add());
    many.block_on(LocalSet::new().run_until(add()));
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(add());
}

/// Of many rows in a transaction whose caller goes away in the middle none stays, and it cannot be committed without them.
#[tokio::test]
async fn many_rows_that_are_cut_off_are_undone() {
    let db = ready("sqlite::memory:").await;
    let cut_off = async |tx: &Transaction| {
        let mut adding = pin!(Counter::dao(tx).create_many(counters(1_000)));
        assert!(std::future::poll_fn(|context| Poll::Ready(adding.as_mut().poll(context).is_pending())).await);
    };
    let tx = db.begin().await.unwrap();
    Counter::dao(&tx).create(counter(5_000)).await.unwrap();
    cut_off(&tx).await;
    let error = Counter::dao(&tx).create(counter(5_001)).await.unwrap_err();
    assert!(error.kind() == Kind::Usage && error.to_string().contains("roll back"), "{error}");
    assert!(tx.commit().await.is_err());
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 0);

    // Inside a savepoint the rest of the transaction is kept.
    let tx = db.begin().await.unwrap();
    Counter::dao(&tx).create(counter(5_000)).await.unwrap();
    let inner = tx.begin().await.unwrap();
    cut_off(&inner).await;
    inner.rollback().await.unwrap();
    Counter::dao(&tx).create(counter(5_001)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(Counter::dao(&db).count(Condition::all()).await.unwrap(), 2);
    db.begin().await.unwrap().rollback().await.unwrap();
}

/// SQLite would take the name of a column that is not there for a text: a read would make values up, and a condition would
/// be true of every row.
#[tokio::test]
async fn a_column_that_is_not_there_is_told() {
    let db = ready("sqlite::memory:").await;
    let counters_of = Counter::dao(&db);
    counters_of.create(counter(1)).await.unwrap();
    db.execute_sql("ALTER TABLE counters DROP COLUMN extra", &[]).await.unwrap();
    let is_told = |error: Error| {
        assert_eq!(error.kind(), Kind::MissingObject, "{error}");
        assert!(error.to_string().starts_with("no such column: \"extra\""), "{error}");
    };
    is_told(counters_of.all().await.unwrap_err());
    is_told(counters_of.delete_where(Counter::EXTRA.is_not_null()).await.unwrap_err());
    is_told(db.execute_sql(r#"CREATE INDEX i ON counters ("extra")"#, &[]).await.unwrap_err());
    assert_eq!(counters_of.count(Condition::all()).await.unwrap(), 1);
}

/// A schema that somebody wrote while SQLite took a name for a text goes on.
#[tokio::test]
async fn a_schema_with_texts_in_double_quotes_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(r#"CREATE TABLE t (a TEXT DEFAULT "none", CHECK (a <> "bad")); INSERT INTO t DEFAULT VALUES;"#)
        .unwrap();
    drop(old);
    let db = Database::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    assert_eq!(db.execute_sql("INSERT INTO t DEFAULT VALUES", &[]).await.unwrap(), 1);
    assert_eq!(db.execute_sql("INSERT INTO t VALUES ('bad')", &[]).await.unwrap_err().kind(), Kind::Check);
}

/// What changes no rows does not tell of those that the statement before changed.
#[tokio::test]
async fn only_rows_of_the_statement_are_counted() {
    let db = ready("sqlite::memory:").await;
    let add = "INSERT INTO counters (name, value) VALUES ('a', 1), ('b', 2)";
    assert_eq!(db.execute_sql(add, &[]).await.unwrap(), 2);
    assert_eq!(db.execute_sql("CREATE INDEX i ON counters (value)", &[]).await.unwrap(), 0);
    assert_eq!(db.execute_sql("UPDATE counters SET value = 0 WHERE value > 9", &[]).await.unwrap(), 0);
}

/// References that pointed to nothing before a migration are no fault of it, also where it gives the rows other numbers.
#[tokio::test]
async fn old_references_to_nothing_are_no_fault_of_a_rebuild() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    let old = rusqlite::Connection::open(&path).unwrap();
    old.execute_batch(
        "PRAGMA foreign_keys = OFF;
         CREATE TABLE parents (id TEXT PRIMARY KEY);
         CREATE TABLE children (id TEXT PRIMARY KEY, parent TEXT REFERENCES parents (id));
         INSERT INTO parents VALUES ('there');
         INSERT INTO children (rowid, id, parent) VALUES (4, 'a', 'there'), (9, 'b', 'gone');",
    )
    .unwrap();
    drop(old);
    let db = Database::connect(&format!("sqlite://{}", path.display())).await.unwrap();
    let rebuild = |rows: &str| {
        [
            r#"CREATE TABLE "_tablewright_new_children" ("id" TEXT PRIMARY KEY, "parent" TEXT, FOREIGN KEY ("parent") REFERENCES "parents" ("id"))"#,
            rows,
            r#"DROP TABLE "children""#,
            r#"ALTER TABLE "_tablewright_new_children" RENAME TO "children""#,
        ]
        .map(str::to_owned)
    };
    let file = |version: &str, up: &[String]| {
        (format!("{version}.json"), serde_json::json!({ "version": version, "name": "n", "up_sql": up }).to_string())
    };
    let copy = r#"INSERT INTO "_tablewright_new_children" SELECT id, parent FROM "children" ORDER BY id"#;
    let spoil = r#"INSERT INTO "_tablewright_new_children" SELECT id, 'gone' FROM "children" ORDER BY id"#;
    let files = [file("001", &rebuild(copy)), file("002", &rebuild(spoil))];
    let migrator = Migrator::new(&db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    migrator.migrate_to("001").await.unwrap();
    let error = migrator.migrate_to("002").await.unwrap_err();
    assert!(error.to_string().contains("1 rows of `children` would point to no row of `parents`"), "{error}");
}

/// Whoever only reads waits as long as was said for another process that commits, however it reads.
#[tokio::test]
async fn a_transaction_that_only_reads_waits_for_another_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shared.db");
    let other = rusqlite::Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (7)").unwrap();
    let of = async |wait: u32| {
        let url = format!("sqlite://{}?mode=ro&busy_timeout={wait}", path.display());
        Database::connect(&url).await.unwrap()
    };
    const ALL: &str = "SELECT a FROM t";
    let only_reads = TransactionOptions::new().read_only();
    let read = async |db: &Database, how: &str| match how {
        "begin" => db.transaction(async |tx| tx.fetch_sql(ALL, &[], |row| row.i64(0)).await).await,
        "read_only" => db.transaction_with(only_reads, async |tx| tx.fetch_sql(ALL, &[], |row| row.i64(0)).await).await,
        "execute" => db.transaction(async |tx| tx.execute_sql(ALL, &[]).await).await.map(|_| vec![7]),
        _ => db.read_only().fetch_sql(ALL, &[], |row| row.i64(0)).await,
    };
    let (patient, hasty) = (of(60_000).await, of(50).await);
    for how in ["begin", "read_only", "execute", "replica"] {
        // A commit holds the file like this for a moment.
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        assert_eq!(read(&hasty, how).await.unwrap_err().kind(), Kind::Busy, "{how}");
        let commit = async {
            tokio::time::sleep(Duration::from_millis(100)).await;
            other.execute_batch("COMMIT").unwrap();
        };
        let (rows, ()) = tokio::join!(read(&patient, how), commit);
        assert_eq!(rows.unwrap(), [7], "{how}");
    }
}

fn counters(many: i64) -> Vec<NewCounter> {
    (0..many).map(counter).collect()
}

fn counter(value: i64) -> NewCounter {
    NewCounter::new(format!("counter {value}"), value)
}
