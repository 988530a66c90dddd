//! The names that each engine tells apart and those that it keeps for itself, and its references of computed columns.

use tablewright::prelude::*;
#[cfg(any(feature = "firebird", feature = "mysql", feature = "postgres"))]
use tablewright_tests::live::computed_references;
use tablewright_tests::live::{kept_names, name_spaces};

async fn are_known(db: &Database) {
    name_spaces::are_known(db).await;
    kept_names::are_known(db).await;
}

#[tokio::test]
async fn sqlite_names() {
    are_known(&Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn names_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        let db = Database::connect(&fresh::url(engine, "names").await).await.unwrap();
        are_known(&db).await;
        computed_references::are_known(&db).await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_names() {
    names_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_names() {
    names_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_names() {
    names_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_names() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        let db = Database::connect(&server::firebird::new_database()).await.unwrap();
        are_known(&db).await;
        computed_references::are_known(&db).await;
    }
}
