//! A migration that was merged late, with a version before the last, runs, behind what it depends on (drizzle skips it).

use serde_json::json;
use tablewright::migrate::Standing;

use crate::ground::{Files, Ground, MORE, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let early = Files::default().and("001", &[TABLE, ROW]).and("003", &[OTHER]);
    early.migrate(&ground.db).await.unwrap();
    let late = early
        .with(json!({ "version": "002", "dependencies": ["004"], "up_sql": ["UPDATE mig_a SET n = n * 10"] }))
        .with(json!({ "version": "004", "dependencies": ["001"], "up_sql": [MORE] }));
    let status = late.on(&ground.db).status().await.unwrap();
    let pending = status.iter().filter(|status| status.standing == Standing::Pending);
    assert_eq!(pending.map(|status| &*status.version).collect::<Vec<_>>(), ["004", "002"], "it is told before it runs");
    let runs = late.migrate(&ground.db).await.unwrap();
    assert_eq!(runs.iter().map(|run| &*run.version).collect::<Vec<_>>(), ["004", "002"]);
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 20);
}
