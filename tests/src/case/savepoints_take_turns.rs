//! Calls that share a transaction and each need a savepoint do not undo each other.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let new = |names: &[&str]| names.iter().copied().map(NewAuthor::new).collect::<Vec<_>>();
    for round in 0..2 {
        let transaction = db.begin().await.unwrap();
        let authors = Author::dao(&transaction);
        // The database numbers the rows, so that each call is a statement a row, all of them or none.
        authors.create(NewAuthor::new("taken")).await.unwrap();
        let (failed, kept, plain, beside) = tokio::join!(
            authors.create_many(new(&["a1", "a2", "a3", "taken"])),
            authors.create_many(new(&["b1", "b2", "b3", "b4"])),
            authors.create(NewAuthor::new("plain")),
            transaction.transaction(async |inner| Author::dao(inner).create(NewAuthor::new("beside")).await),
        );
        assert_eq!(failed.unwrap_err().kind(), Kind::Unique);
        assert_eq!(kept.unwrap().len(), 4);
        plain.unwrap();
        beside.unwrap();
        match round {
            0 => transaction.rollback().await.unwrap(),
            _ => transaction.commit().await.unwrap(),
        }
    }
    let names = Author::dao(&db).all().order_by(Author::NAME.asc()).await.unwrap();
    let names: Vec<_> = names.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names, ["b1", "b2", "b3", "b4", "beside", "plain", "taken"]);
}
