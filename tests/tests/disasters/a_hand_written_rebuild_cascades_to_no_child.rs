//! The same where somebody wrote the twelve steps himself (rails/rails#58705, AlchemyCMS/alchemy_cms#4200).

use crate::ground::{Files, Ground};

on!(disaster; sqlite);

async fn disaster(ground: &Ground) {
    let first = [
        "CREATE TABLE pages (id INTEGER PRIMARY KEY, title TEXT)",
        "CREATE TABLE versions (id INTEGER PRIMARY KEY, page INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE)",
        "INSERT INTO pages VALUES (1, 'home')",
        "INSERT INTO versions VALUES (1, 1)",
    ];
    let second = [
        "PRAGMA foreign_keys = OFF",
        "CREATE TABLE new_pages (id INTEGER PRIMARY KEY, title TEXT NOT NULL)",
        "INSERT INTO new_pages SELECT * FROM pages",
        "DROP TABLE pages",
        "ALTER TABLE new_pages RENAME TO pages",
        "PRAGMA foreign_keys = ON",
    ];
    Files::default().and("001", &first).and("002", &second).migrate(&ground.db).await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM versions").await, 1);
    ground.run("DELETE FROM pages").await.unwrap();
    assert_eq!(ground.number("SELECT COUNT(*) FROM versions").await, 0, "and the reference still works");
}
