//! A second row with a unique value is refused, and the error names constraint, table and columns.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, Loan, NewAuthor, NewBook, NewLoan};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let authors = Author::dao(&db);
    let author = authors.create(NewAuthor::new("Mda")).await.unwrap();
    let error = authors.create(NewAuthor::new("Mda")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    let constraint = error.constraint().unwrap();
    assert_eq!(constraint.table.as_deref(), Some("authors"));
    assert_eq!(constraint.columns, ["name"]);
    assert_eq!(constraint.name.as_deref(), Some("uq_authors_name"));

    let books = Book::dao(&db);
    let book = books.create(NewBook::new(author.id, "One").room("A").shelf_mark("1")).await.unwrap();
    let error = books.create(NewBook::new(author.id, "Two").room("A").shelf_mark("1")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    let constraint = error.constraint().unwrap();
    assert_eq!((constraint.table.as_deref(), constraint.name.as_deref()), (Some("books"), Some("uq_books_shelf")));
    assert_eq!(constraint.columns, ["room", "shelf_mark"]);

    let loans = Loan::dao(&db);
    loans.create(NewLoan::new(book.id, "Thandi")).await.unwrap();
    let error = loans.create(NewLoan::new(book.id, "Thandi")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique, "a primary key is unique too");
    let constraint = error.constraint().unwrap();
    assert_eq!(constraint.columns, ["book_id", "reader"]);
}
