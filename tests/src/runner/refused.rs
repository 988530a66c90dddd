//! A statement that is refused half-way: what it did by then is done once, and somebody is asked about it.

use serde_json::json;
use tablewright::migrate::Effect;
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};

const TABLE: &str = "CREATE TABLE mig_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)";
const ROW: &str = "INSERT INTO mig_a (id, n) VALUES (1, 1)";

/// What a procedure does before it fails, and how it fails: with an error of its own, or as if somebody had had a lock. None where a
/// statement is always part of a transaction.
fn procedures(db: &Database) -> Option<[(&'static str, &'static str); 2]> {
    Some(match db.dialect().name() {
        "postgres" => [
            (
                "CREATE PROCEDURE mig_key() LANGUAGE plpgsql AS 'BEGIN UPDATE mig_a SET n = n + 10; COMMIT; \
                 INSERT INTO mig_a VALUES (1, 1); END'",
                "CALL mig_key()",
            ),
            (
                "CREATE PROCEDURE mig_lock() LANGUAGE plpgsql AS 'BEGIN UPDATE mig_a SET n = n + 10; COMMIT; \
                 RAISE EXCEPTION USING ERRCODE = ''40P01''; END'",
                "CALL mig_lock()",
            ),
        ],
        "mysql" | "mariadb" => [
            (
                "CREATE PROCEDURE mig_key() BEGIN UPDATE mig_a SET n = n + 10; INSERT INTO mig_a VALUES (1, 1); END",
                "CALL mig_key()",
            ),
            (
                "CREATE PROCEDURE mig_lock() BEGIN UPDATE mig_a SET n = n + 10; \
                 SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205; END",
                "CALL mig_lock()",
            ),
        ],
        _ => return None,
    })
}

async fn numbers(db: &Database) -> Vec<i32> {
    db.fetch_sql("SELECT n FROM mig_a ORDER BY id", &[], |row| row.get::<i32>(0)).await.unwrap()
}

/// A procedure ran up to an error: it is not called again by itself, neither there nor back.
pub async fn a_procedure_is_called_once(db: &Database) {
    let Some(procedures) = procedures(db) else { return };
    for sql in [TABLE, ROW].into_iter().chain(procedures.map(|(make, _)| make)) {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    let mut n = 1;
    for (_, call) in procedures {
        let file = json!({
            "version": "001", "name": "n", "transaction": false, "up_sql": [call], "down_sql": [call],
            "way_back": crate::way_back::exact(),
        });
        let file = file.to_string();
        let migrator = || Migrator::new(db, [("001.json", file.as_str())]).unwrap();
        let is_asked = |error: Error| {
            let text = error.to_string();
            assert!(text.contains("nothing shows whether a part of it took effect"), "{}: {text}", db.dialect());
            assert!(text.contains("`resolve`") && !text.contains("nothing of it"), "{}: {text}", db.dialect());
        };
        n += 10;
        is_asked(migrator().migrate_to_latest().await.unwrap_err());
        assert_eq!(numbers(db).await, [n], "{}: {call} ran once", db.dialect());
        let again = migrator().migrate_to_latest().await.unwrap_err().to_string();
        assert!(again.contains("nobody knows whether that took effect"), "{}: {again}", db.dialect());
        migrator().resolve("001", Effect::Took).await.unwrap();
        assert_eq!(migrator().migrate_to_latest().await.unwrap().len(), 1);
        assert_eq!(numbers(db).await, [n], "{}: {call}", db.dialect());

        n += 10;
        is_asked(migrator().rollback_all().await.unwrap_err());
        let again = migrator().rollback_all().await.unwrap_err().to_string();
        assert!(again.contains("nobody knows whether that took effect"), "{}: {again}", db.dialect());
        migrator().resolve("001", Effect::Took).await.unwrap();
        assert_eq!(migrator().rollback_all().await.unwrap().len(), 1);
        assert_eq!(numbers(db).await, [n], "{}: {call} back", db.dialect());
    }
}

/// What changes rows that no transaction brings back is not tried again, even if it was refused for a lock.
pub async fn rows_without_transactions_are_changed_once(db: &Database) {
    if !matches!(db.dialect().name(), "mysql" | "mariadb") {
        return;
    }
    for sql in [
        "CREATE TABLE mig_old (n INTEGER NOT NULL PRIMARY KEY) ENGINE=MyISAM",
        "CREATE TRIGGER mig_late BEFORE INSERT ON mig_old FOR EACH ROW \
         IF NEW.n = 3 THEN SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1205; END IF",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    let insert = "INSERT INTO mig_old VALUES (1), (2), (3)";
    let file = json!({ "version": "001", "name": "n", "up_sql": [insert] }).to_string();
    let migrator = || Migrator::new(db, [("001.json", file.as_str())]).unwrap();
    let error = migrator().migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    assert!(error.to_string().contains("what it did to a table without transactions stays"), "{error}");
    let rows = db.fetch_sql("SELECT n FROM mig_old ORDER BY n", &[], |row| row.get::<i32>(0)).await.unwrap();
    assert_eq!(rows, [1, 2]);
    assert!(migrator().migrate_to_latest().await.unwrap_err().to_string().contains("`resolve`"));
}

/// Of several tables one is dropped and one is missing: on MariaDB the first one is gone
/// (<https://mariadb.com/kb/en/drop-table/#atomic-drop-table>).
pub async fn nothing_is_said_to_be_undone_that_is_not(db: &Database) {
    if !matches!(db.dialect().name(), "mysql" | "mariadb") {
        return;
    }
    db.execute_sql(TABLE, &[]).await.unwrap();
    let drop = "DROP TABLE mig_a, mig_missing";
    let file = json!({ "version": "001", "name": "n", "up_sql": [drop] }).to_string();
    let migrator = || Migrator::new(db, [("001.json", file.as_str())]).unwrap();
    let error = migrator().migrate_to_latest().await.unwrap_err().to_string();
    let again = migrator().migrate_to_latest().await.unwrap_err().to_string();
    if db.fetch_sql("SELECT COUNT(*) FROM mig_a", &[], |row| row.get::<i64>(0)).await.is_ok() {
        assert!(error.contains("nothing of it took effect"), "{}: {error}", db.dialect());
        assert!(again.contains("nothing of it took effect"), "{}: {again}", db.dialect());
        return;
    }
    assert!(error.contains("so that a part of it may have taken effect"), "{}: {error}", db.dialect());
    assert!(again.contains("nobody knows whether that took effect"), "{}: {again}", db.dialect());
    migrator().resolve("001", Effect::Took).await.unwrap();
    assert_eq!(migrator().migrate_to_latest().await.unwrap().len(), 1);
}

/// Of a statement that no engine knows nothing ran: nobody is asked about it.
pub async fn a_misspelt_statement_did_nothing(db: &Database) {
    let misspelt = "CRATE TABLE mig_a (id INTEGER)";
    let file = json!({ "version": "001", "name": "n", "transaction": false, "up_sql": [misspelt] }).to_string();
    let migrator = || Migrator::new(db, [("001.json", file.as_str())]).unwrap();
    for _ in 0..2 {
        let error = migrator().migrate_to_latest().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Syntax, "{}: {error}", db.dialect());
        assert!(error.to_string().contains("nothing of it took effect"), "{}: {error}", db.dialect());
    }
}
