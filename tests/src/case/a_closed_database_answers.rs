//! A database that was closed answers every call with an error, and waits for what was running.

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Counter::dao(&db);
    dao.create(NewCounter::new("a", 1_i64)).await.unwrap();
    db.close().await.unwrap();
    assert!(dao.get("a").await.is_err());
    assert!(dao.create(NewCounter::new("b", 1_i64)).await.is_err());
    assert!(db.begin().await.is_err());
    db.close().await.unwrap();
}
