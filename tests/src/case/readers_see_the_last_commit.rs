//! While a transaction writes, others read what was committed before, without waiting.

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    if leaves_out(engine, Ability::ReadsBesideAWriter) {
        return;
    }
    Counter::dao(&db).create(NewCounter::new("a", 1_i64)).await.unwrap();
    let writer = db.begin().await.unwrap();
    Counter::dao(&writer).patch("a", Counter::patch().set(Counter::VALUE, 2_i64)).await.unwrap();
    assert_eq!(Counter::dao(&writer).get("a").await.unwrap().value, 2, "the writer sees its own change");
    assert_eq!(Counter::dao(&db).get("a").await.unwrap().value, 1, "others do not");
    writer.commit().await.unwrap();
    assert_eq!(Counter::dao(&db).get("a").await.unwrap().value, 2);
}
