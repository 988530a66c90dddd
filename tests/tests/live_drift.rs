//! Drift on each engine.

use tablewright::prelude::*;
use tablewright_tests::drift::{everything, introspect};

/// Declares what introspection made on each engine.
macro_rules! introspected {
    ($($engine:ident = $path:literal),+ $(,)?) => {
        $(
            #[rustfmt::skip]
            #[path = $path]
            #[allow(dead_code, deprecated, reason = "as it was made, and unused")]
            mod $engine;
        )+
    };
}

introspected! {
    firebird = "../introspected/firebird.txt",
    mariadb = "../introspected/mariadb.txt",
    mysql = "../introspected/mysql.txt",
    names = "../introspected/names.txt",
    postgres = "../introspected/postgres.txt",
    sqlite = "../introspected/sqlite.txt",
}

#[tokio::test]
async fn sqlite_drift() {
    everything::<sqlite::Introspected>(async || Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[tokio::test]
async fn sqlite_names_that_clash() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    introspect::clashing_names_become_source::<names::Library>(&db).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn drift_on_server<S: Schema>(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_none() {
        return;
    }
    everything::<S>(async || Database::connect(&fresh::url(engine, "drift").await).await.unwrap()).await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_drift() {
    drift_on_server::<postgres::Introspected>("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_drift() {
    drift_on_server::<mysql::Introspected>("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_drift() {
    drift_on_server::<mariadb::Introspected>("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_drift() {
    use tablewright_tests::server;

    if server::url("firebird").is_none() {
        return;
    }
    everything::<firebird::Introspected>(async || Database::connect(&server::firebird::new_database()).await.unwrap())
        .await;
}
