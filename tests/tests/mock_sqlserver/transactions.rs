//! Transactions, as they are said to the server and as the server ends them by itself.

use std::time::Duration;

use tablewright::driver::sqlserver::SqlServerDriver;
use tablewright::driver::{Driver, Limits, Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Error, HandwrittenSql, Isolation, Kind, TransactionOptions};
use tablewright_tests::table::library::{Author, Loan, NewAuthor, NewLoan};

use crate::fake::{self, Answer, Fake};
use crate::tokens;

const TWIN: &str = "Cannot insert duplicate key row in object 'dbo.authors' with unique index 'uq_authors_name'.";

/// A server that has an author of every name, and leaves so many transactions open when it says so.
async fn full(open: i32) -> (Fake, Database) {
    let fake = Fake::start(move |request| match request.sql.as_str() {
        "SELECT @@TRANCOUNT" => Some(Answer::Tokens(fake::number(open))),
        sql if sql.starts_with("INSERT") => Some(Answer::Tokens(tokens::error(2601, 14, TWIN))),
        "SELECT 2" => Some(Answer::Silence),
        _ => None,
    })
    .await;
    let db = Database::connect(&fake.url()).await.unwrap();
    fake.take();
    (fake, db)
}

#[tokio::test]
async fn a_transaction_goes_on_after_a_statement_that_failed() {
    let (fake, db) = full(1).await;
    db.transaction(async |tx| {
        let twin = tx.transaction(async |inner| Author::dao(inner).create(NewAuthor::new("Ama")).await).await;
        assert_eq!(twin.unwrap_err().kind(), Kind::Unique);
        tx.execute_sql("SELECT 3", &[]).await
    })
    .await
    .unwrap();
    let sent = fake.texts();
    let insert = "INSERT INTO [authors] ([name], [passport], [born]) OUTPUT INSERTED.[id] VALUES (@P1, @P2, @P3)";
    assert_eq!(
        sent,
        [
            "BEGIN TRANSACTION",
            "SAVE TRANSACTION tablewright_1",
            insert,
            "SELECT @@TRANCOUNT",
            "ROLLBACK TRANSACTION tablewright_1",
            "SELECT 3",
            "COMMIT TRANSACTION",
        ]
    );
}

#[tokio::test]
async fn what_the_server_undid_is_not_committed() {
    let (fake, db) = full(0).await;
    let tx = db.begin().await.unwrap();
    assert_eq!(Author::dao(&tx).create(NewAuthor::new("Ama")).await.unwrap_err().kind(), Kind::Unique);
    let next = tx.execute_sql("SELECT 3", &[]).await.unwrap_err();
    assert_eq!(next.kind(), Kind::Usage, "it would be committed by itself");
    assert_eq!(tx.commit().await.unwrap_err().kind(), Kind::Usage);
    // The connection is in order again.
    db.execute_sql("SELECT 4", &[]).await.unwrap();
    let sent = fake.texts();
    assert!(!sent.iter().any(|sql| sql == "SELECT 3" || sql.starts_with("COMMIT")), "{sent:?}");
    assert_eq!(sent[3..], ["IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION", "SELECT 4"]);
}

#[tokio::test]
async fn create_many_in_a_transaction_returns_to_where_it_was() {
    let (fake, db) = full(1).await;
    let tx = db.begin().await.unwrap();
    let twins = vec![NewLoan::new(1, "Ama"), NewLoan::new(1, "Ama")];
    assert_eq!(Loan::dao(&tx).create_many(twins).await.unwrap_err().kind(), Kind::Unique);
    tx.rollback().await.unwrap();
    let sent = fake.texts();
    assert_eq!(sent[1], "SAVE TRANSACTION tablewright_many");
    assert!(sent[2].ends_with(" VALUES (@P1, @P2, @P3), (@P4, @P5, @P6)"), "{}", sent[2]);
    assert_eq!(sent[3..5], ["SELECT @@TRANCOUNT", "ROLLBACK TRANSACTION tablewright_many"]);
    assert_eq!(sent[5..], ["IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION"]);
}

#[tokio::test]
async fn a_transaction_that_is_dropped_is_rolled_back_before_the_next() {
    let (fake, db) = full(1).await;
    drop(db.begin().await.unwrap());
    db.execute_sql("SELECT 3", &[]).await.unwrap();
    assert_eq!(fake.texts(), ["BEGIN TRANSACTION", "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION", "SELECT 3"]);
}

/// The level is one of the session, and is for nobody else.
#[tokio::test]
async fn an_isolation_level_ends_with_its_transaction() {
    let (fake, db) = full(1).await;
    let begin = "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; BEGIN TRANSACTION";
    let undo = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";
    let back = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED";
    let serializable = TransactionOptions::new().isolation(Isolation::Serializable);
    db.begin_with(serializable).await.unwrap().commit().await.unwrap();
    db.begin_with(serializable).await.unwrap().rollback().await.unwrap();
    drop(db.begin_with(serializable).await.unwrap());
    db.begin().await.unwrap().commit().await.unwrap();
    let sent = fake.texts();
    let (commit, rollback) = (format!("COMMIT TRANSACTION; {back}"), format!("{undo}; {back}"));
    assert_eq!(sent[..6], [begin, &commit, begin, &rollback, begin, &rollback]);
    assert_eq!(sent[6..], ["BEGIN TRANSACTION", "COMMIT TRANSACTION"]);
    let refused = db.begin_with(TransactionOptions::new().read_only()).await.unwrap_err();
    assert_eq!(refused.kind(), Kind::Unsupported, "{refused}");
    assert!(!fake.texts().iter().any(|sql| sql.contains("TRANSACTION")));
}

#[tokio::test]
async fn a_transaction_one_statement_of_which_was_cut_off_is_undone() {
    let (fake, db) = full(1).await;
    let tx = db.begin().await.unwrap();
    let cut = tokio::time::timeout(Duration::from_millis(50), tx.execute_sql("SELECT 2", &[])).await;
    cut.unwrap_err();
    assert_eq!(tx.execute_sql("SELECT 3", &[]).await.unwrap_err().kind(), Kind::Usage);
    tx.rollback().await.unwrap();
    db.execute_sql("SELECT 4", &[]).await.unwrap();
    let undo = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";
    assert_eq!(fake.texts(), ["BEGIN TRANSACTION", "SELECT 2", "<stop>", undo, "SELECT 4"]);
}

#[tokio::test]
async fn transactions_are_not_begun_by_hand() {
    let (fake, db) = full(1).await;
    for sql in ["BEGIN TRANSACTION", "COMMIT", "ROLLBACK"] {
        assert_eq!(db.execute_sql(sql, &[]).await.unwrap_err().kind(), Kind::Usage, "{sql}");
    }
    let refused: Result<u64, Error> = db.transaction(async |tx| tx.execute_sql("COMMIT TRAN", &[]).await).await;
    assert_eq!(refused.unwrap_err().kind(), Kind::Usage);
    assert!(!fake.texts().iter().any(|sql| sql.starts_with("COMMIT")));
}

/// What others write on its connection would never be committed.
#[tokio::test]
async fn a_transaction_that_was_left_open_is_nobody_else_s() {
    let fake = Fake::start(|request| match request.sql.as_str() {
        "EXEC fails" => Some(Answer::Tokens(tokens::error(2601, 14, TWIN))),
        "EXEC waits" => Some(Answer::Silence),
        _ => None,
    })
    .await;
    let db = Database::connect(&fake.url()).await.unwrap();
    let (ask, undo) = ("SELECT @@TRANCOUNT", "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION");
    fake.take();
    let left = "BEGIN TRY BEGIN TRAN; INSERT INTO t VALUES (1); END TRY BEGIN CATCH END CATCH";
    for (call, kind) in [(left, Kind::Usage), ("EXEC begins", Kind::Usage), ("EXEC fails", Kind::Unique)] {
        assert_eq!(db.execute_sql(call, &[]).await.unwrap_err().kind(), kind, "{call}");
        assert_eq!(db.fetch_sql(call, &[], |_| Ok(())).await.unwrap_err().kind(), kind, "{call}");
        db.execute_sql("SELECT 4", &[]).await.unwrap();
        assert_eq!(fake.texts(), [call, ask, undo, call, ask, undo, "SELECT 4"]);
    }
    let db = Database::connect(&format!("{}&statement_timeout=1000", fake.url())).await.unwrap();
    fake.take();
    assert_eq!(db.execute_sql("EXEC waits", &[]).await.unwrap_err().kind(), Kind::Timeout);
    db.execute_sql("SELECT 4", &[]).await.unwrap();
    assert_eq!(fake.texts(), ["EXEC waits", "<stop>", ask, undo, undo, "SELECT 4"]);
}

/// One that was begun inside of a transaction is a part of it: its commit has to be that of both.
#[tokio::test]
async fn what_was_begun_inside_of_a_transaction_ends_with_it() {
    let (fake, db) = full(2).await;
    let tx = db.begin().await.unwrap();
    tx.execute_sql("EXEC begins", &[]).await.unwrap();
    tx.commit().await.unwrap();
    let end_inner = "WHILE @@TRANCOUNT > 1 COMMIT TRANSACTION";
    assert_eq!(
        fake.texts(),
        ["BEGIN TRANSACTION", "EXEC begins", "SELECT @@TRANCOUNT", end_inner, "COMMIT TRANSACTION"]
    );
}

#[tokio::test]
async fn a_transaction_that_was_ended_by_a_call_takes_nothing_more() {
    let (fake, db) = full(0).await;
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.execute_sql("EXEC ends", &[]).await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(tx.execute_sql("SELECT 3", &[]).await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported, "it is not known what was undone");
    let undo = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";
    assert_eq!(fake.texts(), ["BEGIN TRANSACTION", "EXEC ends", "SELECT @@TRANCOUNT", undo]);
}

/// The level is one of the connection, which others get next.
#[tokio::test]
async fn the_isolation_level_is_not_set_by_hand() {
    let (fake, db) = full(1).await;
    let level = "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED";
    let refused = db.execute_sql(level, &[]).await.unwrap_err();
    assert!(refused.kind() == Kind::Usage && refused.to_string().contains("begin_with"), "{refused}");
    let refused: Result<u64, Error> = db.transaction(async |tx| tx.execute_sql(level, &[]).await).await;
    assert_eq!(refused.unwrap_err().kind(), Kind::Usage);
    assert!(!fake.texts().iter().any(|sql| sql.contains("LEVEL")));
}

/// A change of the schema waits so long, and its connection is for nobody else.
#[tokio::test]
async fn a_change_keeps_within_its_limits() {
    let fake = Fake::start(|_| None).await;
    let driver = SqlServerDriver::open(&fake.url()).await.unwrap();
    fake.take();
    let mut limits = Limits::default();
    limits.lock = Duration::from_millis(1_500);
    driver.begin_changes(limits).await.unwrap().commit().await.unwrap();
    assert_eq!(fake.texts(), ["SET LOCK_TIMEOUT 1500", "BEGIN TRANSACTION", "COMMIT TRANSACTION"]);
    driver.change(Statement::built("DROP TABLE t", Operation::Ddl), limits).await.unwrap();
    // There is one connection at a time.
    assert_eq!(fake.texts(), ["<closed>", "<login>", "SET LOCK_TIMEOUT 1500", "DROP TABLE t"]);
    driver.close().await.unwrap();
}

/// A commit that was stopped may have happened.
#[tokio::test]
async fn a_commit_that_takes_too_long_is_in_doubt() {
    let fake = Fake::start(|request| (request.sql == "COMMIT TRANSACTION").then_some(Answer::Silence)).await;
    let db = Database::connect(&format!("{}&statement_timeout=1000", fake.url())).await.unwrap();
    fake.take();
    let tx = db.begin().await.unwrap();
    assert_eq!(tx.commit().await.unwrap_err().kind(), Kind::ConnectionLost);
    db.execute_sql("SELECT 4", &[]).await.unwrap();
    let sent = fake.texts();
    assert_eq!((sent[0].as_str(), sent[1].as_str()), ("BEGIN TRANSACTION", "COMMIT TRANSACTION"));
    assert_eq!(sent.last().unwrap(), "SELECT 4");
}
