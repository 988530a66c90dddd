//! Pages are disjoint, complete, and in order; NULL sorts before everything.

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Counter::dao(&db);
    let rows = (0..25).map(|n| NewCounter::new(format!("n{n:02}"), i64::from(n % 5)).extra((n % 3 > 0).then_some(n)));
    dao.create_many(rows.collect()).await.unwrap();
    let order = (Counter::VALUE.desc(), Counter::NAME.asc());
    let whole = dao.all().order_by(order).await.unwrap();
    let mut paged = Vec::new();
    for page in 0.. {
        let rows = dao.all().order_by(order).limit(10).offset(page * 10).await.unwrap();
        if rows.is_empty() {
            break;
        }
        paged.extend(rows);
    }
    assert_eq!(paged, whole);
    assert_eq!((whole.len(), whole[0].name.as_str(), whole[24].name.as_str()), (25, "n04", "n20"));
    assert_eq!(dao.all().order_by(order).offset(20).await.unwrap(), whole[20..]);
    assert_eq!(dao.all().limit(0).await.unwrap(), []);
    assert_eq!(dao.all().limit(0).offset(3).await.unwrap(), []);
    // As many as anybody can count to.
    for most in [i64::MAX as u64, u64::MAX] {
        assert_eq!(dao.all().order_by(order).limit(most).await.unwrap(), whole);
        assert_eq!(dao.all().order_by(order).limit(most).offset(20).await.unwrap(), whole[20..]);
        assert_eq!(dao.all().order_by(order).limit(5).offset(most).await.unwrap(), []);
        assert_eq!(dao.all().order_by(order).limit(most).offset(most).await.unwrap(), []);
    }

    let ascending = dao.all().order_by((Counter::EXTRA.asc(), Counter::NAME.asc())).await.unwrap();
    assert!(ascending[..9].iter().all(|row| row.extra.is_none()) && ascending[9].extra == Some(1));
    let descending = dao.all().order_by((Counter::EXTRA.desc(), Counter::NAME.asc())).await.unwrap();
    assert!(descending[16..].iter().all(|row| row.extra.is_none()) && descending[0].extra == Some(23));
}
