//! Rows with NULL in a unique column, or in one of several, stand side by side.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, NewAuthor, NewBook};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let authors = Author::dao(&db);
    let author = authors.create(NewAuthor::new("Head")).await.unwrap();
    authors.create(NewAuthor::new("Mphahlele")).await.unwrap();
    assert_eq!(authors.count(Author::PASSPORT.is_null()).await.unwrap(), 2);

    let books = Book::dao(&db);
    for _ in 0..2 {
        books.create(NewBook::new(author.id, "A").room("A")).await.unwrap();
        books.create(NewBook::new(author.id, "B").shelf_mark("1")).await.unwrap();
        books.create(NewBook::new(author.id, "C")).await.unwrap();
    }
    assert_eq!(books.count(Book::AUTHOR_ID.eq(author.id)).await.unwrap(), 6);
    books.create(NewBook::new(author.id, "D").room("A").shelf_mark("1")).await.unwrap();
    let error = books.create(NewBook::new(author.id, "E").room("A").shelf_mark("1")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
}
