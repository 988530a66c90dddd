//! A transaction inside a transaction can fail alone, to any depth.

use tablewright::{Error, Kind};

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    db.transaction(async |outer| {
        Author::dao(outer).create(NewAuthor::new("outer")).await?;
        let failed = outer
            .transaction(async |inner| {
                Author::dao(inner).create(NewAuthor::new("inner")).await?;
                inner.transaction(async |deep| Author::dao(deep).create(NewAuthor::new("deep")).await).await?;
                assert_eq!(Author::dao(inner).all().await?.len(), 3);
                Err::<(), _>(Error::new(Kind::Usage, "no"))
            })
            .await;
        assert_eq!(failed.unwrap_err().kind(), Kind::Usage);
        // A violation ends the inner transaction only.
        let twin = outer.transaction(async |inner| Author::dao(inner).create(NewAuthor::new("outer")).await).await;
        assert_eq!(twin.unwrap_err().kind(), Kind::Unique);
        let dropped = outer.begin().await?;
        Author::dao(&dropped).create(NewAuthor::new("dropped")).await?;
        drop(dropped);
        outer.transaction(async |inner| Author::dao(inner).create(NewAuthor::new("kept")).await).await?;
        Ok::<_, Error>(())
    })
    .await
    .unwrap();
    let names = Author::dao(&db).all().order_by(Author::NAME.asc()).await.unwrap();
    assert_eq!(names.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["kept", "outer"]);
}
