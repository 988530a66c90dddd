//! Rows that refer to others, in migrations that somebody wrote.

use serde_json::json;
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};

const BOOKS: &str = "CREATE TABLE mig_books (id INTEGER NOT NULL PRIMARY KEY, author INTEGER, \
                     CONSTRAINT mig_fk FOREIGN KEY (author) REFERENCES mig_authors (id) ON DELETE ";
const AUTHORS: &str = "CREATE TABLE mig_authors (id INTEGER NOT NULL PRIMARY KEY)";

/// What a reference does to rows it does in a migration too, whether SQL or a function deletes what they refer to.
pub async fn do_what_they_are_for(db: &Database) {
    let books = [
        format!("{BOOKS}SET NULL)"),
        BOOKS.replace("mig_books", "mig_prints").replace("mig_fk", "mig_fk2") + "CASCADE)",
    ];
    let file = |version: &str, up: &[&str]| {
        (format!("{version}.json"), json!({ "version": version, "name": "n", "up_sql": up }).to_string())
    };
    let rows = ["INSERT INTO mig_authors (id) VALUES (1)", "INSERT INTO mig_authors (id) VALUES (2)"];
    let referring = ["mig_books", "mig_prints"]
        .map(|table| [1, 2].map(|id| format!("INSERT INTO {table} (id, author) VALUES ({id}, {id})")));
    let referring: Vec<&str> = referring.iter().flatten().map(String::as_str).collect();
    let files = [
        file("001", &[AUTHORS, &books[0], &books[1]]),
        file("002", &[&rows[..], &referring].concat()),
        file("003", &["DELETE FROM mig_authors WHERE id = 1"]),
        file("004", &["rust: delete_the_other"]),
    ];
    let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    let migrator = migrator.function("delete_the_other", async |tx| {
        tx.execute_sql("DELETE FROM mig_authors WHERE id = 2", &[]).await.map(drop)
    });
    migrator.migrate_to_latest().await.unwrap();
    let number = async |sql: &str| db.fetch_sql(sql, &[], |row| row.get::<i64>(0)).await.unwrap();
    assert_eq!(number("SELECT COUNT(*) FROM mig_books WHERE author IS NULL").await, [2], "{}", db.dialect());
    assert_eq!(number("SELECT COUNT(*) FROM mig_prints").await, [0], "{}", db.dialect());

    // While a table is dropped they do nothing on SQLite, and the message says so.
    if db.dialect().name() == "sqlite" {
        let up = ["INSERT INTO mig_authors (id) VALUES (3)", "INSERT INTO mig_prints (id, author) VALUES (3, 3)"];
        for sql in up {
            db.execute_sql(sql, &[]).await.unwrap();
        }
        let mut files = files.to_vec();
        files.push(file("005", &["DELETE FROM mig_authors WHERE id = 3", "DROP TABLE mig_books"]));
        let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
        let migrator = migrator.function("delete_the_other", async |_| Ok(()));
        let error = migrator.migrate_to_latest().await.unwrap_err();
        assert_eq!(error.kind(), Kind::ForeignKey, "{error}");
        let text = error.to_string();
        assert!(text.contains("1 rows of `mig_prints` would point to no row of `mig_authors`"), "{text}");
        assert!(text.contains("delete in a migration that only changes rows"), "{text}");
    }
}
