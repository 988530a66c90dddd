//! A row that breaks a check is refused, and the error names the check.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, NewAuthor, NewBook};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let author = Author::dao(&db).create(NewAuthor::new("Coetzee")).await.unwrap();
    let books = Book::dao(&db);
    let error = books.create(NewBook::new(author.id, "Foe").copies(-1)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Check);
    let constraint = error.constraint().unwrap();
    assert_eq!(constraint.name.as_deref(), Some("ck_books_copies"));
    assert_eq!(constraint.table.as_deref(), Some("books"));

    let book = books.create(NewBook::new(author.id, "Foe")).await.unwrap();
    let lost = Book::patch().add(Book::COPIES, -2);
    assert_eq!(books.patch(book.id, lost).await.unwrap_err().kind(), Kind::Check);
    assert_eq!(books.get(book.id).await.unwrap().copies, 1);
}
