//! A client that is killed in the middle of its work leaves nothing half-done, on each engine.

use tablewright_tests::live::killed;

/// The process that the tests kill.
#[test]
fn client_works() {
    killed::be_killed();
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_nothing_half_done() {
    let folder = tempfile::tempdir().unwrap();
    killed::hold(&format!("sqlite://{}/a.db", folder.path().display()), None).await;
}

#[cfg(feature = "postgres")]
#[tokio::test(flavor = "multi_thread")]
async fn postgres_keeps_nothing_half_done() {
    server_keeps("postgres", "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread")]
async fn mysql_keeps_nothing_half_done() {
    server_keeps("mysql", "SELECT COUNT(*) FROM performance_schema.threads WHERE PROCESSLIST_DB = DATABASE()").await;
}

#[cfg(feature = "mysql")]
#[tokio::test(flavor = "multi_thread")]
async fn mariadb_keeps_nothing_half_done() {
    server_keeps("mariadb", "SELECT COUNT(*) FROM INFORMATION_SCHEMA.PROCESSLIST WHERE DB = DATABASE()").await;
}

#[cfg(feature = "firebird")]
#[tokio::test(flavor = "multi_thread")]
async fn firebird_keeps_nothing_half_done() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        let connections =
            "SELECT COUNT(*) FROM MON$ATTACHMENTS WHERE MON$SYSTEM_FLAG = 0 AND MON$REMOTE_PROTOCOL IS NOT NULL";
        killed::hold(&server::firebird::new_database(), Some(connections)).await;
    }
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn server_keeps(engine: &str, connections: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        killed::hold(&fresh::url(engine, "killed").await, Some(connections)).await;
    }
}
