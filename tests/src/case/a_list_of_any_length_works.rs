//! `is_in` takes no value, one, a thousand, and two thousand where the engine can.

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Counter::dao(&db);
    dao.create_many((0..50).map(|n| NewCounter::new(format!("n{n}"), i64::from(n))).collect()).await.unwrap();
    assert_eq!(dao.count(Counter::VALUE.is_in(Vec::<i64>::new())).await.unwrap(), 0);
    assert_eq!(dao.count(Counter::VALUE.not_in(Vec::<i64>::new())).await.unwrap(), 50);
    assert_eq!(dao.count(Counter::VALUE.is_in([7_i64])).await.unwrap(), 1);
    assert_eq!(dao.count(Counter::VALUE.is_in(0..1_000_i64)).await.unwrap(), 50);
    assert_eq!(dao.find_all(Counter::NAME.is_in((0..1_000).map(|n| format!("n{n}")))).await.unwrap().len(), 50);
    if leaves_out(engine, Ability::LongLists) {
        return;
    }
    assert_eq!(dao.count(Counter::VALUE.is_in(0..2_000_i64)).await.unwrap(), 50);
    assert_eq!(dao.count(Counter::VALUE.not_in(10..2_010_i64)).await.unwrap(), 10);
    assert_eq!(dao.find_all(Counter::NAME.is_in((0..2_000).map(|n| format!("n{n}")))).await.unwrap().len(), 50);
}
