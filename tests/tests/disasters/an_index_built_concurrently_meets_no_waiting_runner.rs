//! Programs start while an index is built `CONCURRENTLY`: no deadlock, no INVALID index (flyway/flyway#1654, golang-migrate#960).

use serde_json::json;
use tablewright::HandwrittenSql;

use crate::ground::{Files, Ground, ROW, TABLE};

on!(disaster; postgres);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]).with(json!({
        "version": "002",
        "transaction": false,
        "up_sql": ["CREATE INDEX CONCURRENTLY mig_a_n ON mig_a (n)"],
    }));
    let others = [ground.other().await, ground.other().await, ground.other().await];
    let (a, b, c, d) = tokio::join!(
        files.migrate(&ground.db),
        files.migrate(&others[0]),
        files.migrate(&others[1]),
        files.migrate(&others[2])
    );
    let runs: usize = [a, b, c, d].into_iter().map(|runs| runs.unwrap().len()).sum();
    assert_eq!(runs, 2, "each once");
    let valid = "SELECT COUNT(*) FROM pg_index WHERE indexrelid = 'mig_a_n'::regclass AND indisvalid";
    assert_eq!(ground.db.fetch_sql(valid, &[], |row| row.get::<i64>(0)).await.unwrap(), [1]);
}
