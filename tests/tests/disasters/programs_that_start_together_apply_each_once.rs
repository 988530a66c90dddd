//! Eight programs start at once on an empty database (sqlalchemy/alembic#633 and its victims: deadlocks, duplicate keys).

use tablewright::prelude::*;

use crate::ground::{Files, Ground, MORE, OTHER, ROW, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &[MORE]).and("003", &[OTHER, MORE]);
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let (files, url) = (files.clone(), ground.url.clone());
        tasks.spawn(async move {
            let db = Database::connect(&url).await.unwrap();
            let runs = files.migrate(&db).await;
            db.close().await.unwrap();
            runs
        });
    }
    let runs: usize = tasks.join_all().await.into_iter().map(|runs| runs.unwrap().len()).sum();
    assert_eq!(runs, 3, "each once");
    assert_eq!(ground.number("SELECT n FROM mig_a").await, 3);
}
