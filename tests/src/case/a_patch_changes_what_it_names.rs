//! A patch changes the columns it names, of one row or of all that fulfil a condition, and adds in the database.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Counter::dao(&db);
    for (name, value) in [("a", 1), ("b", 2), ("c", 3)] {
        dao.create(NewCounter::new(name, i64::from(value)).extra(9)).await.unwrap();
    }
    dao.patch("a", Counter::patch().set(Counter::VALUE, 10_i64)).await.unwrap();
    dao.patch("b", Counter::patch().add(Counter::VALUE, -5_i64).set_null(Counter::EXTRA)).await.unwrap();
    let changed = dao.patch_where(Counter::VALUE.gt(0), Counter::patch().add(Counter::EXTRA, 1)).await.unwrap();
    assert_eq!(changed, 2);
    let rows = dao.all().order_by(Counter::NAME.asc()).await.unwrap();
    let seen: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.value, row.extra)).collect();
    assert_eq!(seen, [("a", 10, Some(10)), ("b", -3, None), ("c", 3, Some(10))]);

    let missing = dao.patch("z", Counter::patch().set(Counter::VALUE, 0_i64)).await.unwrap_err();
    assert_eq!(missing.kind(), Kind::NotFound);
    assert_eq!(dao.patch("a", Counter::patch()).await.unwrap_err().kind(), Kind::Usage);
    let twice = Counter::patch().set(Counter::VALUE, 1_i64).add(Counter::VALUE, 1_i64);
    assert_eq!(dao.patch("a", twice).await.unwrap_err().kind(), Kind::Usage);
}
