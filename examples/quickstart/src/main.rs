//! The least that shows what Tablewright does: two tables, a live SQLite database, typed calls.

use tablewright::prelude::*;

/// People who write books.
#[derive(Debug, Clone, Table)]
struct Author {
    #[column(primary_key, auto_increment)]
    id: i64,
    #[column(max_length = 100, unique)]
    name: String,
}

/// What they wrote.
#[derive(Debug, Clone, Table)]
struct Book {
    #[column(primary_key, auto_increment)]
    id: i64,
    #[foreign_key(Author(id), on_delete = cascade)]
    #[index]
    author_id: i64,
    #[column(max_length = 200)]
    title: String,
    #[column(default = 0)]
    #[check(copies >= 0)]
    copies: i32,
}

schema! {
    /// A very small library.
    struct Library { tables: [Author, Book] }
}

#[tokio::main]
async fn main() -> tablewright::Result<()> {
    // The DDL was made while this program compiled, for six databases.
    println!("-- what PostgreSQL would get\n{}\n", Library::ddl(Dialect::Postgres)?);

    let db = Database::connect("sqlite::memory:").await?;
    Library::create(&db).await?;

    // Both rows, or none.
    let author = db
        .transaction(async |tx| {
            let author = Author::dao(tx).create(NewAuthor::new("Sindiwe Magona")).await?;
            Book::dao(tx).create(NewBook::new(author.id, "Mother to Mother").copies(3)).await?;
            Ok(author)
        })
        .await?;

    let books = Book::dao(&db);
    for book in
        books.find_all(Book::AUTHOR_ID.eq(author.id).and(Book::COPIES.gt(0))).order_by(Book::TITLE.asc()).await?
    {
        println!("{} by {}: {} copies", book.title, author.name, book.copies);
    }

    // The author's name is unique, so the finder gives one row or none.
    let same = Author::dao(&db).find_by_name("Sindiwe Magona").await?;
    println!("found again: {}", same.is_some_and(|found| found.id == author.id));

    // A constraint is an error to branch on, whatever the engine.
    match Author::dao(&db).create(NewAuthor::new("Sindiwe Magona")).await {
        Err(error) if error.kind() == Kind::Unique => println!("refused: {error}"),
        other => println!("unexpected: {other:?}"),
    }
    Ok(())
}
