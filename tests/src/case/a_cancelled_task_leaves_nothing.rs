//! A task that is cut off in the middle of a transaction leaves nothing, and the database goes on.

use std::time::Duration;

use tokio::sync::oneshot;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    for name in ["first", "second", "third"] {
        let (written, wait) = oneshot::channel();
        let task = tokio::spawn({
            let db = db.clone();
            async move {
                let transaction = db.begin().await.unwrap();
                Author::dao(&transaction).create(NewAuthor::new(name)).await.unwrap();
                written.send(()).unwrap();
                tokio::time::sleep(Duration::from_secs(600)).await;
                transaction.commit().await.unwrap();
            }
        });
        wait.await.unwrap();
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
    }
    let authors = Author::dao(&db);
    assert_eq!(authors.all().await.unwrap(), []);
    authors.create(NewAuthor::new("first")).await.unwrap();
    assert_eq!(authors.all().await.unwrap().len(), 1);
}
