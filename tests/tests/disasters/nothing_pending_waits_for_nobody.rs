//! A program with nothing to do starts while another one has the lock (dotnet/efcore#38958, rmcrackan/Libation#1854).

use std::time::Duration;

use tablewright::migrate::MigrationLock;

use crate::ground::{Files, Ground, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]);
    files.migrate(&ground.db).await.unwrap();
    let busy = ground.other().await;
    let held = busy.begin().await.unwrap();
    let patch = MigrationLock::patch().set(MigrationLock::HOLDER, "the busy");
    MigrationLock::dao(&held).patch(1, patch).await.unwrap();
    let migrator = files.on(&ground.db).lock_wait(Duration::ZERO);
    let runs = tokio::time::timeout(Duration::from_secs(30), migrator.migrate_to_latest()).await;
    assert_eq!(runs.expect("it waits for the lock").unwrap(), []);
    held.rollback().await.unwrap();
}
