//! A transaction that ends well is kept, one that ends in an error or is dropped leaves nothing.

use tablewright::{Error, Kind};

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let authors = Author::dao(&db);
    let made = db.transaction(async |tx| Author::dao(tx).create(NewAuthor::new("kept")).await).await.unwrap();
    assert_eq!(authors.get(made.id).await.unwrap(), made);

    let refused = db
        .transaction(async |tx| {
            Author::dao(tx).create(NewAuthor::new("undone")).await?;
            Err::<(), _>(Error::new(Kind::Usage, "changed my mind"))
        })
        .await;
    assert_eq!(refused.unwrap_err().kind(), Kind::Usage);

    let dropped = db.begin().await.unwrap();
    Author::dao(&dropped).create(NewAuthor::new("dropped")).await.unwrap();
    drop(dropped);

    let rolled_back = db.begin().await.unwrap();
    Author::dao(&rolled_back).create(NewAuthor::new("rolled back")).await.unwrap();
    rolled_back.rollback().await.unwrap();

    let committed = db.begin().await.unwrap();
    Author::dao(&committed).create(NewAuthor::new("committed")).await.unwrap();
    committed.commit().await.unwrap();

    let names = authors.all().order_by(Author::NAME.asc()).await.unwrap();
    assert_eq!(names.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["committed", "kept"]);
}
