//! Rows that a transaction adds, changes or removes are as they were for everybody else until it commits.

use super::{Ability, EngineUnderTest, leaves_out};
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    if leaves_out(engine, Ability::ReadsBesideAWriter) {
        return;
    }
    let db = engine.database().await;
    let before = ["changed", "removed", "upserted"].map(|name| NewCounter::new(name, 1_i64));
    let before = Counter::dao(&db).create_many(before.into()).await.unwrap();
    let all = async || Counter::dao(&db).all().order_by(Counter::NAME.asc()).await.unwrap();
    for is_kept in [false, true] {
        let transaction = db.begin().await.unwrap();
        let inside = Counter::dao(&transaction);
        inside.create(NewCounter::new("added", 1_i64)).await.unwrap();
        assert_eq!(all().await, before, "a row added is seen");
        inside.create_many((0..100).map(|n| NewCounter::new(format!("many {n}"), n)).collect()).await.unwrap();
        assert_eq!(all().await, before, "rows added are seen");
        inside.patch_where(Counter::NAME.eq("changed"), Counter::patch().set(Counter::VALUE, 2_i64)).await.unwrap();
        assert_eq!(all().await, before, "a row changed is seen");
        inside.upsert(NewCounter::new("upserted", 3_i64)).await.unwrap();
        assert_eq!(all().await, before, "a row upserted is seen");
        assert!(inside.delete("removed").await.unwrap());
        assert_eq!(all().await, before, "a row removed is missed");
        let nested = transaction.begin().await.unwrap();
        Counter::dao(&nested).create(NewCounter::new("nested", 1_i64)).await.unwrap();
        nested.commit().await.unwrap();
        assert_eq!(all().await, before, "a savepoint is a commit");
        assert_eq!(Counter::dao(&transaction).all().await.unwrap().len(), 104);
        if is_kept {
            transaction.commit().await.unwrap();
        } else {
            transaction.rollback().await.unwrap();
            assert_eq!(all().await, before);
        }
    }
    let after: Vec<_> = all().await.into_iter().filter(|row| !row.name.starts_with("many")).collect();
    let after: Vec<_> = after.iter().map(|row| (row.name.as_str(), row.value)).collect();
    assert_eq!(after, [("added", 1), ("changed", 2), ("nested", 1), ("upserted", 3)]);
}
