//! A statement may speak of what the one before it made (dotnet/efcore#12911, #35426: batches; DbUp/DbUp#243: Firebird).

use tablewright::prelude::*;

use crate::ground::{Files, Ground, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let add = if ground.dialect() == Dialect::Firebird { "ADD m INTEGER" } else { "ADD COLUMN m INTEGER" };
    let add = format!("ALTER TABLE mig_a {add}");
    let more = [
        &*add,
        "UPDATE mig_a SET m = n + 1",
        OTHER,
        "INSERT INTO mig_b (id) VALUES (5)",
        "UPDATE mig_a SET n = (SELECT MAX(id) FROM mig_b)",
    ];
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &more);
    files.migrate(&ground.db).await.unwrap();
    assert_eq!(ground.number("SELECT m FROM mig_a").await, 2);
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 5);
    assert_eq!(files.migrate(&ground.other().await).await.unwrap(), []);
}
