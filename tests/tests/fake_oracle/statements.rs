//! What statements and transactions become, and what errors are made of.

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tablewright::driver::oracle::OracleDriver;
use tablewright::driver::{Driver as _, Limits, Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Error, HandwrittenSql, Isolation, Kind, Transaction, TransactionOptions};
use tablewright_tests::live::load;
use tablewright_tests::table::library::{Author, Book, Loan, NewAuthor, NewLoan};

use crate::fake::{Answer, Fake};
use crate::ttc::{self, NUMBER, VARCHAR};

/// A server that answers like this, to which a connection is open.
async fn answering(respond: impl Fn(&str) -> Option<Answer> + Send + Sync + 'static) -> (Fake, Database) {
    let fake = Fake::start(move |request| respond(&request.sql)).await;
    let db = Database::connect(&fake.url()).await.unwrap();
    fake.take();
    (fake, db)
}

/// A server that refuses to add something.
async fn refusing(code: u64, message: &'static str) -> (Fake, Database) {
    answering(move |sql| sql.starts_with("INSERT").then(|| Answer::Says(ttc::error(code, message)))).await
}

const INSERT: &str = r#"INSERT INTO "authors" ("name", "passport", "born") VALUES (:1, :2, :3) RETURNING "id" INTO :4"#;

#[tokio::test]
async fn a_dao_reads_and_writes() {
    let (fake, db) = answering(|sql| {
        let id = ttc::number(7);
        let columns = [("id", NUMBER), ("name", VARCHAR), ("passport", VARCHAR), ("born", NUMBER)];
        let rows = ttc::rows(&columns, &[&[id.clone(), b"Ama".to_vec(), vec![], ttc::number(80)]]);
        match sql {
            sql if sql.starts_with("INSERT") => Some(Answer::Says(ttc::returned(4, &id))),
            sql if sql.starts_with("SELECT") => Some(Answer::Says(rows)),
            sql if sql.starts_with("UPDATE") => Some(Answer::Says(ttc::end(1, 0, ""))),
            _ => None,
        }
    })
    .await;
    let authors = Author::dao(&db);
    let made = authors.create(NewAuthor::new("Ama").passport("P1")).await.unwrap();
    assert_eq!((made.id, made.born), (7, None));
    let found = authors.find(7).await.unwrap().unwrap();
    assert_eq!((found.id, found.name.as_str(), found.passport.as_deref(), found.born), (7, "Ama", None, Some(80)));
    authors.update(&found).await.unwrap();
    assert!(!authors.delete(7).await.unwrap(), "the server says that no row was there");
    let sent = fake.texts();
    assert_eq!(sent[..2], [INSERT, "<commit>"]);
    assert_eq!(sent[2], r#"SELECT "id", "name", "passport", "born" FROM "authors" WHERE "id" = :1"#);
    assert!(sent[3].starts_with("UPDATE "), "what only reads is not committed: {sent:?}");
    assert_eq!(sent[4..], ["<commit>", r#"DELETE FROM "authors" WHERE "id" = :1"#, "<commit>"]);
}

#[tokio::test]
async fn many_rows_go_as_one_message() {
    let (fake, db) = answering(|sql| sql.starts_with("INSERT").then(|| Answer::Says(ttc::end(3, 0, "")))).await;
    let rows = ["Ann", "Ben", "Cyd"].map(|reader| NewLoan::new(1, reader));
    Loan::dao(&db).create_many(rows.to_vec()).await.unwrap();
    let sent = fake.take();
    assert_eq!(sent[0].sql, r#"INSERT INTO "loans" ("book_id", "reader", "days") VALUES (:1, :2, :3)"#);
    assert_eq!((sent[0].times, sent[1].sql.as_str()), (3, "<commit>"));
    for reader in ["Ann", "Ben", "Cyd"] {
        assert!(sent[0].bytes.windows(3).any(|bytes| bytes == reader.as_bytes()), "{reader}");
    }
}

#[tokio::test]
async fn errors_have_their_kinds_and_no_values() {
    let twin = "ORA-00001: unique constraint (CLINIC.uq_authors_name) violated on table CLINIC.authors columns (name)\n\
                ORA-03301: (ORA-00001 details) row with column values (name:'secret') already exists";
    for (code, message, kind, columns) in [
        (1, twin, Kind::Unique, &["name"][..]),
        (1400, "ORA-01400: cannot insert NULL into (\"CLINIC\".\"authors\".\"name\")", Kind::NotNull, &["name"]),
        (12899, "ORA-12899: value too large for column \"CLINIC\".\"authors\".\"name\"", Kind::TooLong, &["name"]),
        (1438, "ORA-01438: value larger than specified precision: secret", Kind::OutOfRange, &[]),
        (60, "ORA-00060: deadlock detected while waiting for resource", Kind::Deadlock, &[]),
        (8177, "ORA-08177: can't serialize access for this transaction", Kind::Serialization, &[]),
        (54, "ORA-00054: resource busy and acquire with NOWAIT specified", Kind::Busy, &[]),
        (1013, "ORA-01013: user requested cancel of current operation", Kind::Timeout, &[]),
        (942, "ORA-00942: table or view does not exist", Kind::MissingObject, &[]),
        (3113, "ORA-03113: end-of-file on communication channel", Kind::ConnectionLost, &[]),
        (20_000, "ORA-20000: secret", Kind::Other, &[]),
    ] {
        let (_fake, db) = refusing(code, message).await;
        let error = Author::dao(&db).create(NewAuthor::new("secret")).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{code}");
        assert_eq!(error.constraint().map(|found| found.columns.clone()).unwrap_or_default(), columns, "{code}");
        assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
        db.execute_sql("SELECT 1 FROM DUAL", &[]).await.unwrap();
    }
}

#[tokio::test]
async fn constraints_name_their_columns() {
    let reference = "ORA-02291: integrity constraint (CLINIC.fk_books_author_id) violated - parent key not found";
    let check = "ORA-02290: check constraint (CLINIC.ck_books_copies) violated";
    for (code, message, kind, name) in
        [(2291, reference, Kind::ForeignKey, "fk_books_author_id"), (2290, check, Kind::Check, "ck_books_copies")]
    {
        let (_fake, db) =
            answering(move |sql| sql.starts_with("DELETE").then(|| Answer::Says(ttc::error(code, message)))).await;
        let error = Book::dao(&db).delete(1).await.unwrap_err();
        assert_eq!((error.kind(), error.constraint().unwrap().name.as_deref()), (kind, Some(name)));
    }
}

#[tokio::test]
async fn transactions_are_committed_undone_and_gone_on_with() {
    let twin = "ORA-00001: unique constraint (CLINIC.uq_authors_name) violated";
    let (fake, db) = refusing(1, twin).await;
    db.transaction(async |tx| {
        let again = tx.transaction(async |inner| Author::dao(inner).create(NewAuthor::new("Ama")).await).await;
        assert_eq!(again.unwrap_err().kind(), Kind::Unique);
        tx.execute_sql("DELETE FROM t", &[]).await
    })
    .await
    .unwrap();
    let undo = "ROLLBACK TO SAVEPOINT tablewright_1";
    assert_eq!(fake.texts(), ["SAVEPOINT tablewright_1", INSERT, undo, "DELETE FROM t", "<commit>"]);

    drop(db.begin().await.unwrap());
    let tx = db.begin().await.unwrap();
    let loans = vec![NewLoan::new(1, "Ama"), NewLoan::new(1, "Ama")];
    assert_eq!(Loan::dao(&tx).create_many(loans).await.unwrap_err().kind(), Kind::Unique);
    tx.rollback().await.unwrap();
    let sent = fake.texts();
    assert_eq!(sent[..2], ["<rollback>", "SAVEPOINT tablewright_many"]);
    assert_eq!(sent[3..], ["ROLLBACK TO SAVEPOINT tablewright_many", "<rollback>"]);

    for sql in ["COMMIT", "ROLLBACK", "SET TRANSACTION READ ONLY"] {
        assert_eq!(db.execute_sql(sql, &[]).await.unwrap_err().kind(), Kind::Usage, "{sql}");
    }
    // What changes the schema has committed itself, and what was refused was not sent.
    db.execute_sql("CREATE TABLE t (a NUMBER)", &[]).await.unwrap();
    assert_eq!(fake.texts(), ["CREATE TABLE t (a NUMBER)"]);
}

/// Outside of a transaction nobody could give back what it locks.
#[tokio::test]
async fn a_read_that_locks_is_committed_unless_it_is_in_a_transaction() {
    let answer = || Some(Answer::Says(ttc::rows(&[("n", NUMBER)], &[&[ttc::number(7)]])));
    let (fake, db) = answering(move |sql| sql.starts_with("SELECT").then(answer).flatten()).await;
    let (locks, reads) = ("SELECT n FROM t FOR UPDATE", "SELECT n FROM t");
    for sql in [locks, reads] {
        assert_eq!(db.fetch_sql(sql, &[], |row| row.i64(0)).await.unwrap(), [7]);
    }
    assert_eq!(fake.texts(), [locks, "<commit>", reads]);
    let tx = db.begin().await.unwrap();
    tx.fetch_sql(locks, &[], |row| row.i64(0)).await.unwrap();
    tx.execute_sql("DELETE FROM t", &[]).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(fake.texts(), [locks, "DELETE FROM t", "<commit>"]);
}

/// What is said of a transaction is its first statement, and ends with it.
#[tokio::test]
async fn an_isolation_level_is_the_first_statement_of_its_transaction() {
    let (fake, db) = answering(|_| None).await;
    let at = |isolation| TransactionOptions::new().isolation(isolation);
    for (options, first) in [
        (at(Isolation::ReadCommitted), "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"),
        (at(Isolation::RepeatableRead), "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"),
        (at(Isolation::Serializable), "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"),
        (TransactionOptions::new().read_only(), "SET TRANSACTION READ ONLY"),
        (at(Isolation::Serializable).read_only(), "SET TRANSACTION READ ONLY"),
    ] {
        db.begin_with(options).await.unwrap().commit().await.unwrap();
        assert_eq!(fake.texts(), [first, "<commit>"]);
    }
}

/// A change of the schema commits what was before it, also if it fails, and not if it was not understood.
#[tokio::test]
async fn what_a_change_of_the_schema_made_permanent_is_told() {
    let (fake, db) = answering(|sql| match sql {
        "DROP TABLE missing" => Some(Answer::Says(ttc::error(942, "ORA-00942: table or view does not exist"))),
        "DROP" => Some(Answer::Says(ttc::error(903, "ORA-00903: invalid table name"))),
        _ => None,
    })
    .await;
    let (change, serializable) = ("CREATE TABLE t (a NUMBER)", "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
    let tx = db.begin_with(TransactionOptions::new().isolation(Isolation::Serializable)).await.unwrap();
    run(&tx, "DELETE FROM t").await.unwrap();
    let inner = tx.begin().await.unwrap();
    run(&inner, change).await.unwrap();
    assert_eq!(inner.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    // Each unit begins as the transaction did.
    let sent = [
        serializable,
        "DELETE FROM t",
        "SAVEPOINT tablewright_1",
        change,
        serializable,
        "<rollback>",
        serializable,
        "<rollback>",
    ];
    assert_eq!(fake.texts(), sent);

    let tx = db.begin().await.unwrap();
    assert_eq!(run(&tx, "DROP TABLE missing").await.unwrap_err().kind(), Kind::MissingObject);
    assert_eq!(run(&tx, "DELETE FROM t").await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);

    let tx = db.begin().await.unwrap();
    assert_eq!(run(&tx, "DROP").await.unwrap_err().kind(), Kind::Syntax);
    run(&tx, "ALTER SESSION SET NLS_SORT = BINARY").await.unwrap();
    run(&tx, "DELETE FROM t").await.unwrap();
    tx.rollback().await.unwrap();

    // What only reads changes nothing, and nothing is sent.
    fake.take();
    let tx = db.begin_with(TransactionOptions::new().read_only()).await.unwrap();
    assert_eq!(run(&tx, "DROP TABLE t").await.unwrap_err().kind(), Kind::Unsupported);
    tx.rollback().await.unwrap();
    assert_eq!(fake.texts(), ["SET TRANSACTION READ ONLY", "<rollback>"]);

    // Whoever drops a transaction leaves a connection that goes on.
    let tx = db.begin().await.unwrap();
    run(&tx, change).await.unwrap();
    drop(tx);
    db.begin().await.unwrap().rollback().await.unwrap();
    assert_eq!(fake.texts(), [change, "<rollback>", "<rollback>"]);
}

/// The server says whether the transaction is still the same after a block, which may end it.
#[tokio::test]
async fn what_a_block_made_permanent_is_told() {
    let calls = Arc::new(AtomicUsize::new(0));
    let ask = "SELECT DBMS_TRANSACTION.LOCAL_TRANSACTION_ID FROM DUAL";
    let (fake, db) = answering({
        let calls = Arc::clone(&calls);
        move |sql| {
            // It is called once, ends the transaction, and begins another.
            calls.fetch_add(usize::from(sql.starts_with("BEGIN commits")), Ordering::Relaxed);
            let name = format!("1.2.{}", calls.load(Ordering::Relaxed));
            let rows = || ttc::rows(&[("id", VARCHAR)], &[&[name.clone().into_bytes()]]);
            (sql == ask).then(|| Answer::Says(rows()))
        }
    })
    .await;
    for (block, told) in [("BEGIN adds; END;", None), ("BEGIN commits; END;", Some(Kind::Unsupported))] {
        let tx = db.begin().await.unwrap();
        run(&tx, "DELETE FROM t").await.unwrap();
        run(&tx, block).await.unwrap();
        assert_eq!(tx.rollback().await.err().map(|error| error.kind()), told, "{block}");
        assert_eq!(fake.texts(), ["DELETE FROM t", ask, block, ask, "<rollback>"]);
    }
}

async fn run(tx: &Transaction, sql: &str) -> Result<u64, Error> {
    tx.execute_sql(sql, &[]).await
}

#[tokio::test]
async fn a_statement_that_fails_alone_is_undone() {
    let (fake, db) = refusing(1, "ORA-00001: unique constraint (CLINIC.uq_authors_name) violated").await;
    Author::dao(&db).create(NewAuthor::new("Ama")).await.unwrap_err();
    assert_eq!(fake.texts(), [INSERT, "<rollback>"]);
}

#[tokio::test]
async fn a_connection_that_breaks_is_replaced() {
    let (fake, db) = answering(|sql| (sql == "SELECT 2 FROM DUAL").then_some(Answer::Gone)).await;
    let error = db.execute_sql("SELECT 2 FROM DUAL", &[]).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (Kind::ConnectionLost, "the connection to the server broke")
    );
    db.execute_sql("SELECT 3 FROM DUAL", &[]).await.unwrap();
    let sent = fake.texts();
    assert_eq!(sent[0], "SELECT 2 FROM DUAL");
    assert!(sent[1].starts_with("<connect>"), "{sent:?}");
    assert!(sent.contains(&"SELECT 3 FROM DUAL".to_owned()));
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_stopped() {
    let fake = Fake::start(|request| (request.sql == "SELECT 2 FROM DUAL").then_some(Answer::Silence)).await;
    let db = Database::connect(&format!("{}&statement_timeout=1000", fake.url())).await.unwrap();
    fake.take();
    let error = db.execute_sql("SELECT 2 FROM DUAL", &[]).await.unwrap_err();
    let told = "the statement took too long, and was stopped";
    assert_eq!((error.kind(), error.to_string().as_str()), (Kind::Timeout, told));
    db.execute_sql("SELECT 3 FROM DUAL", &[]).await.unwrap();
    let sent = fake.texts();
    assert_eq!(sent[..3], ["SELECT 2 FROM DUAL", "<rollback>", "<ping>"], "asked whether it lives, and used");
    assert_eq!(sent[3], "SELECT 3 FROM DUAL");
}

/// A commit that was stopped may have happened.
#[tokio::test]
async fn a_commit_that_takes_too_long_is_in_doubt() {
    let fake = Fake::start(|request| (request.sql == "<commit>").then_some(Answer::Silence)).await;
    let db = Database::connect(&format!("{}&statement_timeout=1000", fake.url())).await.unwrap();
    fake.take();
    for in_transaction in [true, false] {
        let error = if in_transaction {
            let tx = db.begin().await.unwrap();
            tx.execute_sql("DELETE FROM t", &[]).await.unwrap();
            tx.commit().await.unwrap_err()
        } else {
            db.execute_sql("DELETE FROM t", &[]).await.unwrap_err()
        };
        assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
        db.fetch_sql("SELECT 3 FROM DUAL", &[], |_| Ok(())).await.unwrap();
        let sent = fake.texts();
        assert_eq!(sent[..2], ["DELETE FROM t", "<commit>"]);
        assert!(sent.iter().any(|sql| sql.starts_with("<connect>")), "{sent:?}");
    }
}

/// The server is asked by another connection to cancel it, for this one waits for it.
#[tokio::test]
async fn a_statement_that_is_cut_off_is_cancelled() {
    let fake = Fake::start(|request| (request.sql == "SELECT 2 FROM DUAL").then_some(Answer::Silence)).await;
    let db = Database::connect(&format!("{}&max_overflow=1", fake.url())).await.unwrap();
    fake.take();
    let slow = "SELECT 2 FROM DUAL";
    let mut sent = load::cut_off_at(seen_with(&fake, slow), db.execute_sql(slow, &[])).await;
    sent.extend(seen_with(&fake, "ALTER SYSTEM CANCEL SQL '7, 11'").await);
    assert!(!sent.contains(&"<commit>".to_owned()), "{sent:?}");
}

#[tokio::test]
async fn a_transaction_one_statement_of_which_was_cut_off_can_only_be_undone() {
    let (fake, db) = answering(|sql| (sql == "DELETE FROM u").then_some(Answer::Silence)).await;
    let tx = db.begin().await.unwrap();
    let slow = "DELETE FROM u";
    let mut sent = load::cut_off_at(seen_with(&fake, slow), tx.execute_sql(slow, &[])).await;
    let next: Result<u64, Error> = tx.execute_sql("DELETE FROM v", &[]).await;
    assert_eq!(next.unwrap_err().kind(), Kind::Usage);
    drop(tx);
    sent.extend(fake.texts());
    assert_eq!(sent, ["DELETE FROM u"]);
}

/// All that the server has seen when it has seen this.
async fn seen_with(fake: &Fake, sql: &str) -> Vec<String> {
    let seen = RefCell::new(Vec::<String>::new());
    let is_there = async || {
        seen.borrow_mut().extend(fake.texts());
        seen.borrow().iter().any(|text| text == sql)
    };
    load::until(sql, is_there).await;
    seen.into_inner()
}

/// A change of the schema waits so long for a lock, and its connection is for nobody else.
#[tokio::test]
async fn a_change_keeps_within_its_limits() {
    let fake = Fake::start(|_| None).await;
    let driver = OracleDriver::open(&fake.url()).await.unwrap();
    fake.take();
    let mut limits = Limits::default();
    limits.lock = Duration::from_millis(1_500);
    let limit = "ALTER SESSION SET DDL_LOCK_TIMEOUT = 2";
    driver.change(Statement::built("DROP TABLE t", Operation::Ddl), limits).await.unwrap();
    assert_eq!(without_calls(&fake), [limit, "DROP TABLE t"]);
    let mut changes = driver.begin_changes(limits).await.unwrap();
    changes.execute(Statement::built("DELETE FROM t", Operation::Other), &[]).await.unwrap();
    changes.commit().await.unwrap();
    // There is one connection at a time, and this is another one.
    let sent = without_calls(&fake);
    assert!(sent[0].starts_with("ALTER SESSION SET TIME_ZONE"), "{sent:?}");
    assert_eq!(sent[sent.len() - 2..], [limit, "DELETE FROM t"]);
    driver.execute(Statement::built("DROP TABLE u", Operation::Ddl), &[]).await.unwrap();
    let sent = fake.texts();
    assert!(sent.contains(&"<password>".to_owned()), "another connection: {sent:?}");
    driver.close().await.unwrap();
}

/// One that runs for longer than it may is stopped, and told.
#[tokio::test]
async fn a_change_that_takes_too_long_is_stopped() {
    let fake = Fake::start(|request| request.sql.starts_with("DROP").then_some(Answer::Silence)).await;
    let driver = OracleDriver::open(&fake.url()).await.unwrap();
    let mut limits = Limits::default();
    limits.statement = Duration::from_millis(200);
    let error = driver.change(Statement::built("DROP TABLE t", Operation::Ddl), limits).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (Kind::Timeout, "the statement took longer than 200 ms, and is stopped")
    );
}

/// The statements that were sent.
fn without_calls(fake: &Fake) -> Vec<String> {
    fake.texts().into_iter().filter(|sql| !sql.starts_with('<') && !sql.starts_with("SELECT")).collect()
}
