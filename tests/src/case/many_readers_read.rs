//! Many tasks read at once, while others write, and each sees whole rows.

use super::EngineUnderTest;
use crate::table::people::{Counter, NewCounter};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    // Both columns always change together.
    Counter::dao(&db).create(NewCounter::new("pair", 0_i64).extra(0)).await.unwrap();
    let writer = tokio::spawn({
        let db = db.clone();
        async move {
            for _ in 0..100 {
                let both = Counter::patch().add(Counter::VALUE, 1_i64).add(Counter::EXTRA, 1);
                Counter::dao(&db).patch("pair", both).await.unwrap();
            }
        }
    });
    let readers: Vec<_> = (0..16)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                let mut last = 0;
                for _ in 0..100 {
                    let row = Counter::dao(&db).get("pair").await.unwrap();
                    assert_eq!(Some(row.value), row.extra.map(i64::from));
                    assert!(row.value >= last, "time runs backwards");
                    last = row.value;
                }
            })
        })
        .collect();
    for reader in readers {
        reader.await.unwrap();
    }
    writer.await.unwrap();
    assert_eq!(Counter::dao(&db).get("pair").await.unwrap().value, 100);
}
