//! Every unique column, index and reference has a finder.

use super::EngineUnderTest;
use crate::table::library::{Author, Book, NewAuthor, NewBook};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let authors = Author::dao(&db);
    let author = authors.create(NewAuthor::new("Gordimer").passport("P7")).await.unwrap();
    assert_eq!(authors.find_by_id(author.id).await.unwrap().as_ref(), Some(&author));
    assert_eq!(authors.find_by_name("Gordimer").await.unwrap().as_ref(), Some(&author));
    assert_eq!(authors.find_by_name("gordimer").await.unwrap(), None, "case matters");
    assert_eq!(authors.find_by_passport("P7").await.unwrap().as_ref(), Some(&author));

    let books = Book::dao(&db);
    for (title, mark) in [("July's People", "1"), ("Burger's Daughter", "2")] {
        books.create(NewBook::new(author.id, title).room("A").shelf_mark(mark)).await.unwrap();
    }
    assert_eq!(books.find_by_author_id(author.id).await.unwrap().len(), 2);
    assert_eq!(books.find_by_author_id(0).await.unwrap(), []);
    let found = books.find_by_room_and_shelf_mark("A", "2").await.unwrap().unwrap();
    assert_eq!(found.title, "Burger's Daughter");
    assert_eq!(books.find_by_title_and_copies("July's People", 1).await.unwrap().len(), 1);
}
