//! Connections: what is about one of them, and how many a runner needs.

use std::time::Duration;

use serde_json::json;
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};

const TABLE: &str = "CREATE TABLE mig_a (id INTEGER)";

/// Where each statement has a connection of its own, what is about one would do nothing.
pub async fn what_would_do_nothing_is_refused(db: &Database) {
    let setting = match db.dialect().name() {
        // Its connection that writes is one.
        "sqlite" => return,
        "postgres" => "SET search_path = public",
        "firebird" => "SET BIND OF INT128 TO CHAR",
        _ => "SET FOREIGN_KEY_CHECKS = 0",
    };
    let file = |up: &[&str], down: &[&str]| {
        json!({ "version": "002", "name": "n", "transaction": false, "up_sql": up, "down_sql": down }).to_string()
    };
    let changes = json!([{ "verb": "change", "table": "none here" }]);
    let first = json!({ "version": "001", "name": "n", "changes": changes, "up_sql": [] }).to_string();
    let migrator = |file: &str| Migrator::new(db, [("001.json", first.as_str()), ("002.json", file)]).unwrap();
    let error = migrator(&file(&[TABLE, setting], &[])).migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage, "{error}");
    let text = error.to_string();
    assert!(text.starts_with("statement 2 of migration `002`: it is about its connection only"), "{text}");
    let tables = db.fetch_sql(db.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    assert_eq!(tables, [""; 0], "nothing was touched");
    assert_eq!(migrator(&file(&[TABLE, setting], &[])).plan().await.unwrap_err().to_string(), text);

    // On the way back too, where it is not one transaction.
    let down = ["DROP TABLE mig_a", setting];
    migrator(&file(&[TABLE], &down)).migrate_to_latest().await.unwrap();
    assert_eq!(migrator(&file(&[TABLE], &down)).unknown_losses(Some("001")).await.unwrap(), ["002"]);
    let back = migrator(&file(&[TABLE], &down)).give_up("002").rollback_to_version("001").await;
    match db.dialect().transactional_ddl() {
        true => assert_eq!(back.unwrap().len(), 1, "one transaction has one connection"),
        false => assert!(back.unwrap_err().to_string().starts_with("statement 2 of migration `002`: it is about")),
    }
}

/// Whoever waits for a connection waits for no runner, and is told what the pool says.
pub async fn a_busy_pool_is_no_runner(url: &str) {
    if url.starts_with("sqlite") {
        return;
    }
    let open = async |acquire_timeout: u32| {
        let options = format!("pool_size=2&max_overflow=0&acquire_timeout={acquire_timeout}");
        Database::connect(&format!("{url}{}{options}", if url.contains('?') { '&' } else { '?' })).await.unwrap()
    };
    let file = |version: &str, sql: &str| {
        (format!("{version}.json"), json!({ "version": version, "name": "n", "up_sql": [sql] }).to_string())
    };
    let files = [file("001", TABLE), file("002", "INSERT INTO mig_a (id) VALUES (1)")];
    let files = || files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    // One of the two is busy, for longer than a try for the lock takes.
    let db = open(4_000).await;
    let migrator = Migrator::new(&db, files()).unwrap();
    migrator.migrate_to("001").await.unwrap();
    let held = db.begin().await.unwrap();
    let error = migrator.migrate_to_latest().await.unwrap_err();
    assert!(!error.to_string().contains("another runner"), "{error}");
    held.rollback().await.unwrap();
    db.close().await.unwrap();

    let db = open(60_000).await;
    let migrator = Migrator::new(&db, files()).unwrap();
    let held = db.begin().await.unwrap();
    let free = async {
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        held.rollback().await.unwrap();
    };
    let (ran, ()) = tokio::join!(migrator.migrate_to_latest(), free);
    assert_eq!(ran.unwrap().len(), 1);
    db.close().await.unwrap();
}

/// That is said at once, and nobody is waited for who is not there.
pub async fn one_connection_is_too_few(url: &str) {
    let with = |options: &str| format!("{url}{}{options}", if url.contains('?') { '&' } else { '?' });
    let open = async |url: &str| Database::connect(url).await.unwrap();
    let file = json!({ "version": "001", "name": "n", "up_sql": [TABLE] }).to_string();
    let files = [("001.json", file.as_str())];
    if !url.starts_with("sqlite") {
        let db = open(&with("pool_size=1&max_overflow=0")).await;
        let error = Migrator::new(&db, files).unwrap().migrate_to_latest().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Config, "{error}");
        assert!(error.to_string().starts_with("migrations need two connections at once"), "{error}");
        db.close().await.unwrap();
    }
    let two = if url.starts_with("sqlite") { url.to_owned() } else { with("pool_size=2&max_overflow=0") };
    let db = open(&two).await;
    assert_eq!(Migrator::new(&db, files).unwrap().migrate_to_latest().await.unwrap().len(), 1);
    db.close().await.unwrap();
}

/// Where one connection writes, what a migration says of it does not stay for the program.
pub async fn the_program_keeps_its_settings(db: &Database) {
    if !db.dialect().one_writer() {
        return;
    }
    let parents = "CREATE TABLE mig_p (id INTEGER PRIMARY KEY)";
    let children = "CREATE TABLE mig_c (p INTEGER REFERENCES mig_p (id), n INTEGER CHECK (n > 0))";
    let settings = ["PRAGMA foreign_keys = OFF", "PRAGMA ignore_check_constraints = ON", "PRAGMA main.query_only = ON"];
    let up = [&[parents, children][..], &settings].concat();
    let file = json!({ "version": "001", "name": "n", "transaction": false, "up_sql": up }).to_string();
    Migrator::new(db, [("001.json", file.as_str())]).unwrap().migrate_to_latest().await.unwrap();
    let orphan = db.execute_sql("INSERT INTO mig_c VALUES (7, 1)", &[]).await.unwrap_err();
    assert_eq!(orphan.kind(), Kind::ForeignKey, "{orphan}");
    let broken = db.execute_sql("INSERT INTO mig_c VALUES (NULL, -1)", &[]).await.unwrap_err();
    assert_eq!(broken.kind(), Kind::Check, "{broken}");
    db.execute_sql("INSERT INTO mig_p VALUES (7)", &[]).await.unwrap();
}
