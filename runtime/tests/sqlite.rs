//! The SQLite driver where it is more than the contract: locks of other processes, its own waiting, files, explanations.

#![allow(missing_docs, reason = "a test")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Kind};
use tempfile::TempDir;

#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "clinics")]
struct Clinic {
    #[column(primary_key, auto_increment)]
    id: i64,
    #[column(max_length = 40, unique)]
    name: String,
}

#[derive(Clone, PartialEq, Table)]
#[table(name = "visits", allow(foreign_key_without_index, reason = "a few rows"))]
struct Visit {
    #[column(primary_key, auto_increment)]
    id: i64,
    #[foreign_key(Clinic(id))]
    from_id: i64,
    #[foreign_key(Clinic(id))]
    to_id: Option<i64>,
    #[column(personal, max_length = 40)]
    patient: String,
}

#[tokio::test]
async fn errors_repeat_no_value() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    db.execute_sql("CREATE VIRTUAL TABLE notes USING fts5(text)", &[]).await.unwrap();
    db.execute_sql("INSERT INTO notes VALUES ('Zuma')", &[]).await.unwrap();
    let told = async |sql: &str, params: &[tablewright::Param<'_>]| {
        let error = db.fetch_sql(sql, params, |_| Ok(())).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Syntax | Kind::MissingObject), "{sql}: {error}");
        format!("{error} {error:?}")
    };
    let search = "SELECT * FROM notes WHERE notes MATCH ?";
    for (sql, value) in [
        (search, Some("Dlamini-Zuma")),
        (search, Some("\"Zuma")),
        (search, Some("Zuma AND")),
        ("SELECT json_extract('{}', ?)", Some("Zuma")),
        ("SELECT json_extract('{}', text) FROM notes", None),
    ] {
        let params: Vec<_> = value.into_iter().map(Into::into).collect();
        let told = told(sql, &params).await;
        assert!(!told.contains("Zuma") && told.contains("code 1"), "{sql}: {told}");
    }
    // What the statement says itself is told.
    for sql in ["SELECT Zuma FROM notes", "SELECT * FROM Zuma WHERE 1 = ?", "SELEC Zuma", "ALTER TABLE Zuma ADD a"] {
        let told = told(sql, &[]).await;
        assert!(told.contains("Zuma"), "{sql}: {told}");
    }
}

schema! {
    struct Ward { tables: [Clinic, Visit], dialects: [sqlite] }
}

/// A database in a file, and the folder that goes with it.
async fn file(settings: &str) -> (Database, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::connect(&url(folder.path(), settings)).await.unwrap();
    Ward::create(&db).await.unwrap();
    (db, folder)
}

fn url(folder: &Path, settings: &str) -> String {
    format!("sqlite://{}?{settings}", folder.join("ward.db").display())
}

/// A connection as another program has one.
fn stranger(folder: &TempDir) -> rusqlite::Connection {
    rusqlite::Connection::open(folder.path().join("ward.db")).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_that_is_released_in_time_is_waited_for() {
    let (db, folder) = file("busy_timeout=10000").await;
    let other = stranger(&folder);
    other.execute_batch("BEGIN IMMEDIATE; INSERT INTO clinics (name) VALUES ('theirs')").unwrap();
    let ours = tokio::spawn({
        let db = db.clone();
        async move { Clinic::dao(&db).create(NewClinic::new("ours")).await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(!ours.is_finished());
    other.execute_batch("COMMIT").unwrap();
    ours.await.unwrap().unwrap();
    assert_eq!(Clinic::dao(&db).all().count().await.unwrap(), 2);
}

#[tokio::test]
async fn a_lock_that_stays_is_an_error_and_stops_nobody_meanwhile() {
    let (db, folder) = file("busy_timeout=2000").await;
    let other = stranger(&folder);
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    // One thread for both: were the wait to block it, the counter would stand still.
    let ticks = Arc::new(AtomicU32::new(0));
    let counting = tokio::spawn({
        let ticks = Arc::clone(&ticks);
        async move {
            loop {
                tokio::time::sleep(Duration::from_millis(5)).await;
                ticks.fetch_add(1, Ordering::Relaxed);
            }
        }
    });
    let error = Clinic::dao(&db).create(NewClinic::new("ours")).await.unwrap_err();
    counting.abort();
    assert_eq!(error.kind(), Kind::Busy);
    assert!(ticks.load(Ordering::Relaxed) >= 5, "others ran {} times", ticks.load(Ordering::Relaxed));
    other.execute_batch("ROLLBACK").unwrap();
    Clinic::dao(&db).create(NewClinic::new("ours")).await.unwrap();
}

#[tokio::test]
async fn waiting_for_our_own_writer_ends_with_a_hint() {
    let (db, _folder) = file("acquire_timeout=100").await;
    let held = db.begin().await.unwrap();
    let error = Clinic::dao(&db).create(NewClinic::new("late")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Timeout);
    assert!(error.to_string().contains("transaction"), "{error}");
    held.rollback().await.unwrap();
    Clinic::dao(&db).create(NewClinic::new("late")).await.unwrap();
}

#[tokio::test]
async fn a_reader_goes_on_while_a_transaction_writes() {
    let (db, _folder) = file("").await;
    let unit = db.begin().await.unwrap();
    Clinic::dao(&unit).create(NewClinic::new("unseen")).await.unwrap();
    assert_eq!(Clinic::dao(&db).all().count().await.unwrap(), 0);
    unit.commit().await.unwrap();
    assert_eq!(Clinic::dao(&db).all().count().await.unwrap(), 1);
}

#[tokio::test]
async fn what_a_dropped_transaction_did_is_gone_after_opening_again() {
    let (db, folder) = file("").await;
    let unit = db.begin().await.unwrap();
    Clinic::dao(&unit).create(NewClinic::new("gone")).await.unwrap();
    drop(unit);
    Clinic::dao(&db).create(NewClinic::new("kept")).await.unwrap();
    db.close().await.unwrap();
    let again = Database::connect(&url(folder.path(), "mode=rw")).await.unwrap();
    let names: Vec<_> = Clinic::dao(&again).all().await.unwrap().into_iter().map(|clinic| clinic.name).collect();
    assert_eq!(names, ["kept"]);
}

#[tokio::test]
async fn a_file_that_is_read_only_stays_as_it_is() {
    let (db, folder) = file("").await;
    Clinic::dao(&db).create(NewClinic::new("there")).await.unwrap();
    db.close().await.unwrap();
    let read_only = Database::connect(&url(folder.path(), "mode=ro")).await.unwrap();
    assert_eq!(Clinic::dao(&read_only).all().count().await.unwrap(), 1);
    Clinic::dao(&read_only).create(NewClinic::new("no")).await.unwrap_err();
    assert_eq!(Clinic::dao(&read_only).all().count().await.unwrap(), 1);
}

#[tokio::test]
async fn a_missing_file_and_a_wrong_url_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let missing = Database::connect(&url(folder.path(), "mode=rw")).await.unwrap_err();
    assert_eq!(missing.kind(), Kind::Connect);
    let wrong = Database::connect(&url(folder.path(), "mode=rx")).await.unwrap_err();
    assert_eq!(wrong.kind(), Kind::Config);
    let unknown = Database::connect("dbase://x").await.unwrap_err();
    assert_eq!(unknown.kind(), Kind::Config);
    assert!(unknown.to_string().contains("`sqlite`"), "{unknown}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_told() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("ward.db"), "not a database, but long enough to be looked at".repeat(50))
        .unwrap();
    let error = Database::connect(&url(folder.path(), "")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect, "{error}");
}

#[tokio::test]
async fn the_foreign_key_that_failed_is_found_among_several() {
    let (db, _folder) = file("").await;
    let clinic = Clinic::dao(&db).create(NewClinic::new("here")).await.unwrap();
    let visits = Visit::dao(&db);
    let error = visits.create(NewVisit::new(clinic.id, "N. Dlamini").to_id(77)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::ForeignKey);
    let constraint = error.constraint().unwrap();
    assert_eq!(constraint.name.as_deref(), Some("fk_visits_to_id"));
    assert_eq!(constraint.columns, ["to_id"]);

    let visit = visits.create(NewVisit::new(clinic.id, "N. Dlamini")).await.unwrap();
    let error = visits.update(&Visit { from_id: 78, ..visit }).await.unwrap_err();
    assert_eq!(error.constraint().unwrap().name.as_deref(), Some("fk_visits_from_id"));

    let error = Clinic::dao(&db).delete(clinic.id).await.unwrap_err();
    assert_eq!(error.kind(), Kind::ForeignKey);
    assert!(!format!("{error} {error:?}").contains("Dlamini"));
}

/// SQLite ends a transaction by itself for some errors. What follows is not committed one by one.
#[tokio::test]
async fn a_transaction_that_sqlite_ended_takes_nothing_more() {
    let (db, _folder) = file("").await;
    let trigger = "CREATE TRIGGER full BEFORE INSERT ON clinics WHEN new.name = 'full' \
                   BEGIN SELECT RAISE(ROLLBACK, 'no more'); END";
    db.execute_sql(trigger, &[]).await.unwrap();
    let clinics = Clinic::dao(&db);
    for is_many in [false, true] {
        let tx = db.begin().await.unwrap();
        let inside = Clinic::dao(&tx);
        inside.create(NewClinic::new("before")).await.unwrap();
        let savepoint = tx.begin().await.unwrap();
        let ended = match is_many {
            false => Clinic::dao(&savepoint).create(NewClinic::new("full")).await.map(drop),
            true => {
                let rows = [["a".into()].to_vec(), ["full".into()].to_vec()];
                let insert = Statement::built("INSERT INTO clinics (name) VALUES (?)", Operation::Insert);
                savepoint.execute_many(insert, &rows).await.map(drop)
            }
        };
        assert_eq!(ended.unwrap_err().kind(), Kind::Check);
        for error in [
            Clinic::dao(&savepoint).create(NewClinic::new("after")).await.map(drop).unwrap_err(),
            Clinic::dao(&savepoint).all().await.map(drop).unwrap_err(),
            savepoint.rollback().await.unwrap_err(),
            inside.create(NewClinic::new("after")).await.map(drop).unwrap_err(),
        ] {
            assert_eq!(error.kind(), Kind::Usage, "{error}");
            assert!(error.to_string().starts_with("SQLite undid the transaction"), "{error}");
        }
        match is_many {
            false => assert_eq!(tx.commit().await.unwrap_err().kind(), Kind::Usage),
            true => tx.rollback().await.unwrap(),
        }
        assert_eq!(clinics.all().await.unwrap(), []);
    }
    clinics.create(NewClinic::new("next")).await.unwrap();
}

#[tokio::test]
async fn a_number_too_large_for_its_type_is_refused() {
    let (db, _folder) = file("").await;
    let wide = db.fetch_sql("SELECT 1e300", &[], |row| row.get::<f32>(0)).await.unwrap_err();
    assert_eq!(wide.kind(), Kind::Decode, "{wide}");
    let infinite = db.fetch_sql("SELECT 9e999", &[], |row| row.get::<f32>(0)).await.unwrap();
    assert_eq!(infinite, [f32::INFINITY]);
}
