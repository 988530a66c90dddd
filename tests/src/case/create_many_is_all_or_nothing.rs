//! Many rows are added at once, or none of them.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let dao = Author::dao(&db);
    dao.create_many((0..1_000).map(|n| NewAuthor::new(format!("author {n}"))).collect()).await.unwrap();
    assert_eq!(dao.all().await.unwrap().len(), 1_000);
    dao.create_many(Vec::new()).await.unwrap();

    let twins = (1_000..1_500).map(|n| NewAuthor::new(format!("author {}", n % 1_400))).collect();
    let error = dao.create_many(twins).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    assert_eq!(dao.all().await.unwrap().len(), 1_000);

    db.transaction(async |tx| {
        let dao = Author::dao(tx);
        dao.create(NewAuthor::new("before")).await?;
        let twins = dao.create_many(vec![NewAuthor::new("x"), NewAuthor::new("x")]).await;
        assert_eq!(twins.unwrap_err().kind(), Kind::Unique);
        dao.create(NewAuthor::new("after")).await
    })
    .await
    .unwrap();
    assert_eq!(dao.all().await.unwrap().len(), 1_002);
}
