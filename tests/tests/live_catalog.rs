//! The reference application's tables and the suite's, made on each engine and read back from its own catalog.

use orthanc::Orthanc;
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Schema};
#[cfg(any(feature = "mysql", feature = "postgres"))]
use tablewright_tests::catalog;
use tablewright_tests::catalog::sqlite::Sqlite;
use tablewright_tests::catalog::{Catalog, agrees, differences};
use tablewright_tests::table::{Expressions, Suite};

async fn all_agree(db: &Database, catalog: &impl Catalog) {
    agrees::<Orthanc>(db, catalog).await;
    agrees::<Suite>(db, catalog).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn agrees_on_server(engine: &str, catalog: impl Catalog) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_none() {
        return;
    }
    let db = Database::connect(&fresh::url(engine, "catalog").await).await.unwrap();
    all_agree(&db, &catalog).await;
    agrees::<Expressions>(&db, &catalog).await;
}

#[tokio::test]
async fn sqlite_agrees() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    all_agree(&db, &Sqlite).await;
    agrees::<Expressions>(&db, &Sqlite).await;
}

#[tokio::test]
async fn a_difference_is_seen() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    Orthanc::create(&db).await.unwrap();
    for sql in [
        "DROP INDEX idx_patient_auth_combo",
        "CREATE INDEX idx_patient_auth_combo ON patient_authorizations (doctor_id, patient_id DESC)",
        "ALTER TABLE patient_shares DROP COLUMN last_accessed",
        "ALTER TABLE patient_shares ADD COLUMN hue TEXT NOT NULL DEFAULT ''",
        "DROP TABLE notification_queue",
        "CREATE TABLE notification_queue (id INTEGER, doctor TEXT REFERENCES referring_doctors (id) ON DELETE CASCADE)",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    let (missing, more) = differences::<Orthanc>(&db, &Sqlite).await;
    for line in [
        "patient_authorizations: UNIQUE key idx_patient_auth_combo (doctor_id, patient_id, study_instance_uid)",
        "patient_shares: column 16 last_accessed TEXT",
        "notification_queue: PRIMARY key  (id)",
    ] {
        assert!(missing.lines().any(|other| other == line), "{line}\n{missing}");
    }
    for line in [
        "patient_authorizations:  key idx_patient_auth_combo (doctor_id, patient_id desc)",
        "patient_shares: column 21 hue TEXT not null",
        "notification_queue: (doctor) -> referring_doctors (id) on delete CASCADE on update NO ACTION",
    ] {
        assert!(more.lines().any(|other| other == line), "{line}\n{more}");
    }
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_agrees() {
    agrees_on_server("postgres", catalog::postgres::Postgres).await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_agrees() {
    agrees_on_server("mysql", catalog::mysql::Mysql { is_mariadb: false }).await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_agrees() {
    agrees_on_server("mariadb", catalog::mysql::Mysql { is_mariadb: true }).await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_agrees() {
    use tablewright_tests::catalog::firebird::Firebird;
    use tablewright_tests::server;

    if server::url("firebird").is_none() {
        return;
    }
    let db = Database::connect(&server::firebird::new_database()).await.unwrap();
    all_agree(&db, &Firebird).await;
}
