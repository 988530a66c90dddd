//! A runner is cut off while its statement runs on in the server; the next one does not run it again (liquibase-sessionlock#36).

use std::time::Duration;

use tablewright::migrate::Effect;
use tablewright::prelude::*;

use crate::ground::{Files, Ground, OTHER, ROW, TABLE};

on!(disaster; postgres, mysql, mariadb);

async fn disaster(ground: &Ground) {
    let sleep = if ground.dialect() == Dialect::Postgres { "pg_sleep(1) IS NOT NULL" } else { "SLEEP(1) = 0" };
    let slow = format!("UPDATE mig_a SET n = n + 1 WHERE {sleep}");
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &[&slow, OTHER]);
    files.migrate_to(&ground.db, "001").await;
    let dying = ground.other().await;
    tokio::time::timeout(Duration::from_millis(400), files.migrate(&dying)).await.expect_err("cut off");
    drop(dying);
    // Whatever runs on has ended by then.
    tokio::time::sleep(Duration::from_secs(2)).await;
    if let Err(error) = files.migrate(&ground.db).await {
        // Its effect is not to be seen in the catalog: somebody has to say.
        assert_eq!(error.kind(), Kind::Usage, "{error}");
        let effect = if ground.number("SELECT n FROM mig_a").await == 2 { Effect::Took } else { Effect::None };
        files.on(&ground.db).resolve("002", effect).await.unwrap();
        files.migrate(&ground.db).await.unwrap();
    }
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 2, "once");
    assert!(ground.has("mig_b").await);
    assert_eq!(files.migrate(&ground.db).await.unwrap(), []);
}
