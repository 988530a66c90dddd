//! The lock ends with the transaction that took it, whichever connection of a pool that is (authentik#23876, rails#31190).

use std::time::Duration;

use crate::ground::{Files, Ground, MORE, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &[OTHER]).and("003", &[MORE]);
    files.migrate_to(&ground.db, "001").await;
    let other = ground.other().await;
    let at_once = Duration::from_secs(5);
    // The first program is alive, and its connections with it.
    assert_eq!(files.on(&other).lock_wait(at_once).migrate_to("002").await.unwrap().len(), 1);
    assert_eq!(files.on(&ground.db).lock_wait(at_once).migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 2);
}
