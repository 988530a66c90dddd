//! SQL Server's driver against servers that are none: Microsoft's mock, and answers written by hand after the protocol's
//! description. It says that both sides read the description alike, and nothing of what a server does with a statement.

#[cfg(feature = "tls")]
#[path = "mock_sqlserver/encrypted.rs"]
mod encrypted;
#[path = "mock_sqlserver/fake.rs"]
mod fake;
#[path = "mock_sqlserver/microsoft.rs"]
mod microsoft;
#[path = "mock_sqlserver/tokens.rs"]
mod tokens;
#[path = "mock_sqlserver/transactions.rs"]
mod transactions;
#[path = "mock_sqlserver/values.rs"]
mod values;

use std::time::Duration;

use tablewright::driver::ProductName;
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Kind};
use tablewright_tests::live::load;
use tablewright_tests::secrets::{PASSWORD, are_kept, are_kept_by_server};
use tablewright_tests::table::library::{Author, Loan, NewAuthor, NewLoan};

use self::fake::{Answer, Fake};

/// A server that answers to one statement, and how.
pub async fn answering(sql: &'static str, tokens: Vec<u8>) -> (Fake, Database) {
    let answer = move |sent: &str| sent.starts_with(sql).then(|| Answer::Tokens(tokens.clone()));
    let fake = Fake::start(move |request| answer(&request.sql)).await;
    let db = Database::connect(&fake.url()).await.unwrap();
    fake.take();
    (fake, db)
}

async fn refusal(fake: &Fake) -> Error {
    Database::connect(&fake.url()).await.unwrap_err()
}

#[tokio::test]
async fn the_server_says_which_it_is() {
    let fake = Fake::start(|_| None).await;
    let db = Database::connect(&fake.url()).await.unwrap();
    assert_eq!(db.product().unwrap().name, ProductName::SqlServer);
    assert_eq!(db.product().unwrap().version, "16.0.4135.4");
    assert_eq!(db.dialect(), Dialect::SqlServer);
    db.close().await.unwrap();
    assert_eq!(fake.texts(), ["<login>"]);

    let old = |sql: &str| sql.starts_with("SELECT CAST(").then(|| Answer::Tokens(fake::version("13.0.5026.0")));
    let fake = Fake::start(move |request| old(&request.sql)).await;
    assert_eq!(refusal(&fake).await.kind(), Kind::Unsupported);
}

#[tokio::test]
async fn a_login_that_is_refused_is_told() {
    let words = "Login failed for user 'me'.";
    let no = move |sql: &str| (sql == "<login>").then(|| Answer::Tokens(tokens::error(18456, 14, words)));
    let fake = Fake::start(move |request| no(&request.sql)).await;
    let error = refusal(&fake).await;
    assert_eq!(error.kind(), Kind::Login);
    assert_eq!(
        error.to_string(),
        format!("no connection to the server at 127.0.0.1:{}: Login failed for user 'me'.", fake.port())
    );
    assert!(!format!("{error:?}").contains("secret"));
}

#[tokio::test]
async fn a_password_is_kept() {
    let fake = Fake::start(|_| None).await;
    let url = fake.url().replace("secret", PASSWORD);
    assert!(are_kept(&url).await.is_none(), "the login is refused");
    let no = |sql: &str| (sql == "<login>").then(|| Answer::Tokens(tokens::error(18456, 14, "Login failed.")));
    let fake = Fake::start(move |request| no(&request.sql)).await;
    are_kept_by_server(&fake.url()).await;
}

#[tokio::test]
async fn a_server_that_is_not_there_or_wants_tls_is_told() {
    let gone = Database::connect("sqlserver://me:secret@127.0.0.1:1/db").await.unwrap_err();
    assert_eq!(gone.kind(), Kind::Connect);
    let fake = Fake::start(|_| None).await;
    let silent = Fake::start(|request| (request.sql == "<login>").then_some(Answer::Silence)).await;
    let late = Database::connect(&format!("{}&acquire_timeout=200", silent.url())).await.unwrap_err();
    assert_eq!(late.kind(), Kind::Connect);
    // Without TLS nothing is asked for in words of it.
    let plain = fake.url().replace("&pool_size=1", "").replace("sslmode=disable", "sslmode=prefer");
    Database::connect(&plain).await.unwrap();
}

#[tokio::test]
async fn a_server_may_name_another() {
    let second = Fake::start(|_| None).await;
    let port = second.port();
    let elsewhere = move |sql: &str| (sql == "<login>").then(|| Answer::Tokens(tokens::route("127.0.0.1", port)));
    let first = Fake::start(move |request| elsewhere(&request.sql)).await;
    Database::connect(&first.url()).await.unwrap();
    assert_eq!(second.texts()[0], "<login>");
}

#[tokio::test]
async fn a_dao_reads_and_writes() {
    let id = [tokens::short(&7_i64.to_le_bytes())];
    let made =
        [tokens::result(&[tokens::int("id", 8)], &[&id]), tokens::done_in_procedure(1), tokens::done_procedure()];
    let made = made.concat();
    let changed = [tokens::done_in_procedure(5), tokens::done_in_procedure(1), tokens::done_procedure()].concat();
    let fake = Fake::start(move |request| match &request.sql {
        sql if sql.contains(" OUTPUT ") => Some(Answer::Tokens(made.clone())),
        // A trigger's rows come first.
        sql if sql.starts_with("UPDATE") => Some(Answer::Tokens(changed.clone())),
        sql if sql.starts_with("DELETE") => Some(Answer::Tokens(tokens::done(0))),
        _ => None,
    })
    .await;
    let db = Database::connect(&fake.url()).await.unwrap();
    fake.take();
    let authors = Author::dao(&db);
    let author = authors.create(NewAuthor::new("Ama").passport("P1")).await.unwrap();
    assert_eq!((author.id, author.born), (7, None));
    authors.update(&author).await.unwrap();
    assert!(!authors.delete(7).await.unwrap(), "the server says that no row was there");
    assert_eq!(authors.find(7).await.unwrap(), None);
    let sent = fake.take();
    assert_eq!(
        sent[0].sql,
        "INSERT INTO [authors] ([name], [passport], [born]) OUTPUT INSERTED.[id] VALUES (@P1, @P2, @P3)"
    );
    assert_eq!(sent[0].declared, "@P1 nvarchar(4000),@P2 nvarchar(4000),@P3 int");
    assert_eq!(sent[1].declared, "@P1 nvarchar(4000),@P2 nvarchar(4000),@P3 int,@P4 bigint");
    assert_eq!(sent[3].sql, "SELECT [id], [name], [passport], [born] FROM [authors] WHERE [id] = @P1");
}

#[tokio::test]
async fn many_rows_go_as_one_statement() {
    let three = [tokens::done_in_procedure(3), tokens::done_procedure()].concat();
    let (fake, db) = answering("INSERT", three).await;
    let rows = ["Ann", "Ben", "Cyd"].map(|reader| NewLoan::new(1, reader));
    Loan::dao(&db).create_many(rows.to_vec()).await.unwrap();
    let insert = |lists| format!("INSERT INTO [loans] ([book_id], [reader], [days]) VALUES {lists}");
    assert_eq!(
        fake.texts(),
        [
            "BEGIN TRANSACTION",
            &insert("(@P1, @P2, @P3), (@P4, @P5, @P6)"),
            &insert("(@P1, @P2, @P3)"),
            "COMMIT TRANSACTION"
        ]
    );
}

#[tokio::test]
async fn errors_have_their_kinds_and_no_values() {
    let duplicate = "Violation of UNIQUE KEY constraint 'uq_authors_name'. Cannot insert duplicate key in object \
                     'dbo.authors'. The duplicate key value is (secret).";
    let conflict = "The INSERT statement conflicted with the CHECK constraint \"ck_x\". The conflict occurred in database \
                    \"db\", table \"dbo.authors\", column 'born'.";
    let truncated = "String or binary data would be truncated in table 'db.dbo.authors', column 'name'. Truncated value: \
                     'secret'.";
    for (number, class, message, kind, columns) in [
        (2627, 14, duplicate, Kind::Unique, &["name"][..]),
        (547, 16, conflict, Kind::Check, &["born"]),
        (2628, 16, truncated, Kind::TooLong, &["name"]),
        (1205, 13, "Transaction was deadlocked, secret.", Kind::Deadlock, &[]),
        (1222, 16, "Lock request time out period exceeded.", Kind::Busy, &[]),
        (208, 16, "Invalid object name 'authors'.", Kind::MissingObject, &[]),
        (50_000, 16, "secret", Kind::Other, &[]),
        (50_001, 21, "secret", Kind::ConnectionLost, &[]),
    ] {
        let (_fake, db) = answering("INSERT", tokens::error(number, class, message)).await;
        let error = Author::dao(&db).create(NewAuthor::new("secret")).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{number}");
        assert_eq!(error.constraint().map(|found| found.columns.clone()).unwrap_or_default(), columns, "{number}");
        assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
        assert_eq!(db.fetch_sql("SELECT 1", &[], |_| Ok(())).await.unwrap(), [], "the connection goes on, or another");
    }
}

#[tokio::test]
async fn a_connection_that_breaks_is_replaced() {
    let half = tokens::result(&[tokens::int("", 4)], &[&[tokens::short(&[1, 0, 0, 0])]]);
    let fake = Fake::start(move |request| (request.sql == "SELECT 2").then(|| Answer::Part(half.clone()))).await;
    let db = Database::connect(&fake.url()).await.unwrap();
    let error = db.fetch_sql("SELECT 2", &[], |row| row.i32(0)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::ConnectionLost);
    db.execute_sql("SELECT 3", &[]).await.unwrap();
    assert_eq!(fake.texts(), ["<login>", "SELECT 2", "<login>", "SELECT 3"]);
}

#[tokio::test]
async fn a_statement_that_is_cut_off_is_stopped_and_its_connection_closed() {
    let fake = Fake::start(|request| (request.sql == "SELECT 2").then_some(Answer::Silence)).await;
    let db = Database::connect(&fake.url()).await.unwrap();
    load::cut_off(Duration::from_millis(500), db.execute_sql("SELECT 2", &[])).await;
    db.execute_sql("SELECT 3", &[]).await.unwrap();
    assert_eq!(fake.texts(), ["<login>", "SELECT 2", "<stop>", "<closed>", "<login>", "SELECT 3"]);
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_stopped() {
    let fake = Fake::start(|request| (request.sql == "SELECT 2").then_some(Answer::Silence)).await;
    let db = Database::connect(&format!("{}&statement_timeout=1000", fake.url())).await.unwrap();
    let error = db.execute_sql("SELECT 2", &[]).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (Kind::Timeout, "the statement took longer than 1000 ms, and was stopped")
    );
    db.execute_sql("SELECT 3", &[]).await.unwrap();
    assert_eq!(
        fake.texts(),
        ["<login>", "SELECT 2", "<stop>", "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION", "SELECT 3"],
        "asked whether it lives, without what it began, and used"
    );
}
