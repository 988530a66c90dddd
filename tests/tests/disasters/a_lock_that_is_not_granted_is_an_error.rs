//! Nothing runs without the lock (golang-migrate#1186 and Flyway leave the answer of `sp_getapplock` unread, sqlx that of GET_LOCK).

use std::time::Duration;

use tablewright::migrate::MigrationLock;
use tablewright::prelude::*;

use crate::ground::{Files, Ground, MORE, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &[MORE]);
    files.migrate_to(&ground.db, "001").await;
    let busy = ground.other().await;
    let held = busy.begin().await.unwrap();
    let patch = MigrationLock::patch().set(MigrationLock::HOLDER, "the busy");
    MigrationLock::dao(&held).patch(1, patch).await.unwrap();
    for wait in [0, 300] {
        let error = files.on(&ground.db).lock_wait(Duration::from_millis(wait)).migrate_to_latest().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Busy, "{error}");
        assert!(error.to_string().contains("nothing was changed"), "{error}");
    }
    held.rollback().await.unwrap();
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 1);
    assert_eq!(files.migrate(&ground.db).await.unwrap().len(), 1);
}
