//! The runner of migrations on each engine: what it promises when all goes well, when it has to wait, and when it dies.

use std::sync::atomic::{AtomicU32, Ordering};

use tablewright::prelude::*;
use tablewright_tests::{migrations, runner, samples};

/// The process that the tests kill.
#[test]
fn child_runs() {
    runner::be_killed();
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_migrates() {
    let folder = tempfile::tempdir().unwrap();
    let number = AtomicU32::new(0);
    let url = async || {
        let number = number.fetch_add(1, Ordering::Relaxed);
        format!("sqlite://{}/{number}.db", folder.path().display())
    };
    migrations::everything(async || Database::connect(&url().await).await.unwrap()).await;
    runner::everything(url).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn migrates_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        let url = async || fresh::url(engine, "migrate").await;
        migrations::everything(async || Database::connect(&url().await).await.unwrap()).await;
        runner::everything(url).await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread")]
async fn postgres_migrates() {
    migrates_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread")]
async fn mysql_migrates() {
    migrates_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread")]
async fn mariadb_migrates() {
    migrates_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test(flavor = "multi_thread")]
async fn firebird_migrates() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        let url = async || server::firebird::new_database();
        migrations::everything(async || Database::connect(&url().await).await.unwrap()).await;
        runner::everything(url).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_tells_which_rows_are_in_the_way() {
    samples::everything(async || Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn server_tells_which_rows_are_in_the_way(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        let url = async || fresh::url(engine, "samples").await;
        samples::everything(async || Database::connect(&url().await).await.unwrap()).await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread")]
async fn postgres_tells_which_rows_are_in_the_way() {
    server_tells_which_rows_are_in_the_way("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread")]
async fn mysql_tells_which_rows_are_in_the_way() {
    server_tells_which_rows_are_in_the_way("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread")]
async fn mariadb_tells_which_rows_are_in_the_way() {
    server_tells_which_rows_are_in_the_way("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test(flavor = "multi_thread")]
async fn firebird_tells_which_rows_are_in_the_way() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        let open = async || Database::connect(&server::firebird::new_database()).await.unwrap();
        samples::everything(open).await;
    }
}
