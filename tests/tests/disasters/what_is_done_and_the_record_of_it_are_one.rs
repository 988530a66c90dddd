//! No migration took effect without its row in the history (flyway/flyway#1236).

use crate::ground::{Files, Ground, MORE, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]);
    files.migrate(&ground.db).await.unwrap();
    // The row cannot be written, for the history is gone by then.
    let unrecorded = files.clone().and("002", &[OTHER, MORE, "DROP TABLE tablewright_migrations"]);
    unrecorded.migrate(&ground.db).await.unwrap_err();
    assert!(!ground.has("mig_b").await);
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 1);
    assert_eq!(files.migrate(&ground.db).await.unwrap(), [], "the history is as it was");
}
