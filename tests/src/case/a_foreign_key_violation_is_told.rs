//! A reference to nothing is refused, and told which it is; a row with references stays or takes them with it.

use tablewright::prelude::*;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, Loan, NewAuthor, NewBook, NewLoan, NewTranslation, Translation};

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
    of_two_the_broken_one_is_told(&db, author.id, book.id).await;
    Author::dao(&db).delete(author.id).await.unwrap();
    assert_eq!(books.find(book.id).await.unwrap(), None, "the book went with its author");
}

/// Whatever statement breaks it.
async fn of_two_the_broken_one_is_told(db: &Database, author: i64, book: i32) {
    let translations = Translation::dao(db);
    let new = |book, translator| NewTranslation::new(7_i64, book, "Setswana").translator_id(translator);
    let made = translations.create(new(book, Some(author))).await.unwrap();
    let (no_author, no_book) = (made.id + 4711, book + 4711);
    let (author_patch, book_patch) = (
        Translation::patch().set(Translation::TRANSLATOR_ID, no_author),
        Translation::patch().set(Translation::BOOK_ID, no_book),
    );
    let of_language = || Translation::LANGUAGE.eq("Setswana");
    for (broken, column) in [
        (translations.patch(made.id, author_patch.clone()).await, "translator_id"),
        (translations.patch(made.id, book_patch.clone()).await, "book_id"),
        (translations.patch_where(of_language(), author_patch.clone()).await.map(drop), "translator_id"),
        (
            translations.patch_where(of_language(), book_patch.set(Translation::TRANSLATOR_ID, author)).await.map(drop),
            "book_id",
        ),
        (translations.update(&Translation { translator_id: Some(no_author), ..made.clone() }).await, "translator_id"),
        (translations.upsert(new(book, Some(no_author))).await.map(drop), "translator_id"),
        (translations.upsert(new(no_book, Some(author))).await.map(drop), "book_id"),
    ] {
        let error = broken.unwrap_err();
        let constraint = error.constraint().expect("which reference it is");
        assert_eq!((error.kind(), constraint.table.as_deref()), (Kind::ForeignKey, Some("translations")));
        assert_eq!(constraint.columns, [column]);
    }
    // What is added is not what is there then: an engine that looks it up does not know.
    let added = Translation::patch().set(Translation::BOOK_ID, book).add(Translation::TRANSLATOR_ID, 4711_i64);
    let error = translations.patch(made.id, added).await.unwrap_err();
    assert_ne!(error.constraint().expect("the table at least").columns, ["book_id"]);
    assert_eq!(translations.all().await.unwrap(), std::slice::from_ref(&made));
    assert!(translations.delete(made.id).await.unwrap());
}
