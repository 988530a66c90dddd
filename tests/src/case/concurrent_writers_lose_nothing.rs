//! Twenty tasks that raise one counter, and add rows, lose nothing.

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    Counter::dao(&db).create(NewCounter::new("hits", 0_i64)).await.unwrap();
    let tasks: Vec<_> = (0..20)
        .map(|task| {
            let db = db.clone();
            tokio::spawn(async move {
                for round in 0..10 {
                    Counter::dao(&db).patch("hits", Counter::patch().add(Counter::VALUE, 1_i64)).await.unwrap();
                    db.transaction(async |tx| {
                        Author::dao(tx).create(NewAuthor::new(format!("{task}-{round}"))).await?;
                        Counter::dao(tx).patch("hits", Counter::patch().add(Counter::VALUE, 1_i64)).await
                    })
                    .await
                    .unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!(Counter::dao(&db).get("hits").await.unwrap().value, 400);
    assert_eq!(Author::dao(&db).all().await.unwrap().len(), 200);
}
