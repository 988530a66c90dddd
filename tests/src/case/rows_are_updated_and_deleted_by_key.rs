//! A whole row is written by its key, also one of two columns; a missing row is told.

use tablewright::Kind;

use super::EngineUnderTest;
use crate::table::library::{Author, Book, Loan, NewAuthor, NewBook, NewLoan};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let author = Author::dao(&db).create(NewAuthor::new("Paton")).await.unwrap();
    let book = Book::dao(&db).create(NewBook::new(author.id, "Cry")).await.unwrap();
    let loans = Loan::dao(&db);
    for reader in ["Ann", "Ben"] {
        loans.create(NewLoan::new(book.id, reader)).await.unwrap();
    }
    let mut loan = loans.get((book.id, "Ann")).await.unwrap();
    loan.days = 28;
    loans.update(&loan).await.unwrap();
    assert_eq!(loans.get((book.id, "Ann")).await.unwrap().days, 28);
    assert_eq!(loans.get((book.id, "Ben")).await.unwrap().days, 14);
    assert!(loans.exists((book.id, "Ben")).await.unwrap());

    loans.delete((book.id, "Ann")).await.unwrap();
    assert!(!loans.exists((book.id, "Ann")).await.unwrap());
    assert_eq!(loans.find((book.id, "Ann")).await.unwrap(), None);
    assert_eq!(loans.get((book.id, "Ann")).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(loans.update(&loan).await.unwrap_err().kind(), Kind::NotFound);
    assert_eq!(loans.delete_where(Loan::DAYS.gt(100)).await.unwrap(), 0);
    assert_eq!(loans.delete_where(Loan::DAYS.lt(100)).await.unwrap(), 1);
    assert_eq!(loans.all().await.unwrap(), []);
}
