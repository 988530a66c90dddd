//! A small library: constraints of every kind.

use tablewright::prelude::*;

/// People who write books.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "authors")]
pub struct Author {
    /// Numbered by the database.
    #[column(primary_key, auto_increment)]
    pub id: i64,
    /// No two authors share one.
    #[column(max_length = 40, unique)]
    pub name: String,
    /// Two authors may both have none.
    #[column(max_length = 20, unique)]
    pub passport: Option<String>,
    /// The year of birth.
    pub born: Option<i32>,
}

/// What they wrote.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "books")]
#[unique(name = "uq_books_shelf", columns(room, shelf_mark))]
#[check(name = "ck_books_copies", copies >= 0)]
#[index(name = "ix_books_title", columns(title, copies))]
pub struct Book {
    /// Numbered by the database.
    #[column(primary_key, auto_increment, allow(narrow_key, reason = "numbers of every width are tried"))]
    pub id: i32,
    /// Goes with the author.
    #[foreign_key(Author(id), on_delete = cascade)]
    #[index]
    pub author_id: i64,
    /// The title.
    #[column(max_length = 60)]
    pub title: String,
    /// The room, together with the mark unique.
    #[column(max_length = 10)]
    pub room: Option<String>,
    /// The mark on the shelf.
    #[column(max_length = 10)]
    pub shelf_mark: Option<String>,
    /// Never negative.
    #[column(default = 1)]
    pub copies: i32,
}

/// Who has a book. The book cannot go before it is back.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "loans")]
pub struct Loan {
    /// The book.
    #[foreign_key(Book(id), on_delete = restrict)]
    #[column(primary_key)]
    pub book_id: i32,
    /// The reader.
    #[column(primary_key, max_length = 20)]
    pub reader: String,
    /// For how many days.
    #[column(default = 14)]
    pub days: i32,
}

/// A translation: it refers to two tables, so that it matters which reference is broken.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "translations")]
pub struct Translation {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// What is translated.
    #[foreign_key(Book(id))]
    #[index]
    pub book_id: i32,
    /// Who translates it, an author too.
    #[foreign_key(Author(id))]
    #[index]
    pub translator_id: Option<i64>,
    /// The language.
    #[column(max_length = 20)]
    pub language: String,
}

/// The table of authors with its rules taken off, as another program may see it.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "authors")]
pub struct LooseAuthor {
    /// The key.
    #[column(primary_key)]
    pub id: i64,
    /// Required, really, and limited.
    pub name: Option<String>,
}
