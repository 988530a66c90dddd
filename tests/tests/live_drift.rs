//! Drift on each engine.

use tablewright::prelude::*;
use tablewright_tests::drift::everything;

#[tokio::test]
async fn sqlite_drift() {
    everything(async || Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn drift_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_none() {
        return;
    }
    everything(async || Database::connect(&fresh::url(engine, "drift").await).await.unwrap()).await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_drift() {
    drift_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_drift() {
    drift_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_drift() {
    drift_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_drift() {
    use tablewright_tests::server;

    if server::url("firebird").is_none() {
        return;
    }
    everything(async || Database::connect(&server::firebird::new_database()).await.unwrap()).await;
}
