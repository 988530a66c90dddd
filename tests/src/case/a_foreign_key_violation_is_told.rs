//! A reference to nothing is refused, a row with references stays or takes them with it.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, Loan, NewAuthor, NewBook, NewLoan};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let books = Book::dao(&db);
    let orphan = books.create(NewBook::new(4711_i64, "Nobody's")).await.unwrap_err();
    assert_eq!(orphan.kind(), Kind::ForeignKey);
    assert_eq!(orphan.constraint().and_then(|constraint| constraint.table.as_deref()), Some("books"));

    let author = Author::dao(&db).create(NewAuthor::new("Krog")).await.unwrap();
    let book = books.create(NewBook::new(author.id, "Country of My Skull")).await.unwrap();
    Loan::dao(&db).create(NewLoan::new(book.id, "Sipho")).await.unwrap();
    assert_eq!(books.delete(book.id).await.unwrap_err().kind(), Kind::ForeignKey);
    Loan::dao(&db).delete((book.id, "Sipho")).await.unwrap();
    Author::dao(&db).delete(author.id).await.unwrap();
    assert_eq!(books.find(book.id).await.unwrap(), None, "the book went with its author");
}
