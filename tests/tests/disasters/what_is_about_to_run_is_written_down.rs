//! Where the engine cannot undo DDL, the history knows of a statement before it runs (flyway/flyway#1236).

use crate::ground::{Files, Ground, TABLE};

on!(disaster; mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let look = "UPDATE mig_a SET n = (SELECT COUNT(*) FROM [tablewright_migrations] WHERE [version] = '002' AND [state] = 'applying')";
    let look = ground.quoted(look);
    let files = Files::default().and("001", &[TABLE, "INSERT INTO mig_a (id, n) VALUES (1, 0)"]).and("002", &[&look]);
    files.migrate(&ground.db).await.unwrap();
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 1);
}
