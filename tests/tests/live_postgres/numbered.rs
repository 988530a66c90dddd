//! Rows that the database numbers go in by few statements, unless it is not known whose a number is.

use tablewright::prelude::*;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};

use super::{empty, is_there, one};

/// A database that counts the statements that add authors.
async fn counting() -> Database {
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    for sql in [
        "CREATE TABLE statements (number int)",
        "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ \
         BEGIN INSERT INTO statements VALUES (1); RETURN NULL; END $$",
        "CREATE TRIGGER note AFTER INSERT ON authors FOR EACH STATEMENT EXECUTE FUNCTION note()",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    db
}

/// Adds authors, and says by how many statements.
async fn add(db: &Database) -> i64 {
    let news: Vec<_> = (0..1_000).map(|n| NewAuthor::new(format!("author {n}")).born(n)).collect();
    let made = Author::dao(db).create_many(news).await.unwrap();
    assert!(made.iter().zip(0..).all(|(author, n)| author.name == format!("author {n}") && author.born == Some(n)));
    for author in &made {
        assert_eq!(Author::dao(db).get(author.id).await.unwrap(), *author);
    }
    assert_eq!(Author::dao(db).count(Condition::all()).await.unwrap(), 1_000);
    one(db, "SELECT count(*) FROM statements", |row| row.i64(0)).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_rows_are_six_statements() {
    if !is_there() {
        return;
    }
    // 512, 256, 128, 64, 32 and 8.
    assert_eq!(add(&counting().await).await, 6);
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_fall_are_given_one_by_one() {
    if !is_there() {
        return;
    }
    let db = counting().await;
    db.execute_sql("ALTER SEQUENCE authors_id_seq INCREMENT BY -1 MINVALUE -10000 MAXVALUE 0 START 0 RESTART", &[])
        .await
        .unwrap();
    // What was tried in vain was undone, its notes too.
    assert_eq!(add(&db).await, 1_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_a_trigger_leaves_out_is_missed() {
    if !is_there() {
        return;
    }
    let db = counting().await;
    for sql in [
        "CREATE FUNCTION leave_out() RETURNS trigger LANGUAGE plpgsql AS $$ \
         BEGIN IF NEW.name = 'author 7' THEN RETURN NULL; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER leave_out BEFORE INSERT ON authors FOR EACH ROW EXECUTE FUNCTION leave_out()",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    let news = (0..10).map(|n| NewAuthor::new(format!("author {n}"))).collect();
    let error = Author::dao(&db).create_many(news).await.unwrap_err();
    assert!(error.to_string().contains("the database left a row out"), "{error}");
    assert_eq!(Author::dao(&db).count(Condition::all()).await.unwrap(), 0);
}
