//! An upsert adds the row, or gives the row that is there its values; by the key or by a unique column.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let counters = Counter::dao(&db);
    let added = counters.upsert(NewCounter::new("a", 1_i64).extra(5)).await.unwrap();
    assert_eq!((added.value, added.extra), (1, Some(5)));
    let changed = counters.upsert(NewCounter::new("a", 2_i64)).await.unwrap();
    assert_eq!((changed.value, changed.extra), (2, None));
    assert_eq!(counters.all().await.unwrap(), [changed]);

    let authors = Author::dao(&db);
    let first = authors.upsert_by_name(NewAuthor::new("Brink").born(1935)).await.unwrap();
    let other = authors.create(NewAuthor::new("Schreiner").passport("P1")).await.unwrap();
    let second = authors.upsert_by_name(NewAuthor::new("Brink").born(1936)).await.unwrap();
    assert_eq!((second.id, second.born), (first.id, Some(1936)), "the number stays");
    // Another constraint than the one asked for is still an error.
    let clash = authors.upsert_by_name(NewAuthor::new("Brink").passport("P1")).await.unwrap_err();
    assert_eq!(clash.kind(), Kind::Unique);
    assert_eq!(authors.get(other.id).await.unwrap(), other);
}
