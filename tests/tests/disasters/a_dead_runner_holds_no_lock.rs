//! A runner that died with the lock in hand keeps nobody waiting (liquibase: spinnaker#6625, camunda#48343, X-Road#3076).

use std::time::Duration;

use tablewright::migrate::MigrationLock;
use tablewright::prelude::*;

use crate::ground::{Files, Ground, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &[OTHER]);
    files.migrate_to(&ground.db, "001").await;
    {
        let dead = ground.other().await;
        let held = dead.begin().await.unwrap();
        let patch = MigrationLock::patch().set(MigrationLock::HOLDER, "the dead");
        MigrationLock::dao(&held).patch(1, patch).await.unwrap();
        let busy = files.on(&ground.db).lock_wait(Duration::from_millis(100)).migrate_to_latest().await.unwrap_err();
        assert_eq!(busy.kind(), Kind::Busy, "as long as it lives: {busy}");
        // Nobody says goodbye.
        drop(held);
        drop(dead);
    }
    assert_eq!(files.on(&ground.db).lock_wait(Duration::from_secs(10)).migrate_to_latest().await.unwrap().len(), 1);
}
