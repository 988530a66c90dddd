//! Firebird is held to the conformance suite, on the server that `TABLEWRIGHT_FIREBIRD_URL` names.

use std::task::Poll;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Kind, Transaction};
use tablewright_schema::Dialect;
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::golden::{case, text};
use tablewright_tests::live::{deadlock, load, names, savepoints, serializable, zones};
use tablewright_tests::secrets;
use tablewright_tests::server::{self, firebird};
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};
use tablewright_tests::table::values::{NewStrings, Strings};

/// Firebird on a server.
struct Firebird;

impl EngineUnderTest for Firebird {
    async fn database(&self) -> Database {
        let db = Database::connect(&firebird::new_database()).await.unwrap();
        Suite::create(&db).await.unwrap();
        db
    }

    fn lacks(&self, ability: Ability) -> bool {
        match ability {
            // A DEFAULT is a constant or the current time.
            Ability::ExpressionDefaults => true,
            // TIME and TIMESTAMP count tenths of a millisecond.
            Ability::Microseconds => true,
            // What the server says of the parameters of a statement is cut off at 64 KB.
            Ability::LongLists => true,
            // Texts are filled up with blanks, bytes with zeros.
            Ability::UnpaddedComparison => true,
            Ability::ReadsBesideAWriter
            | Ability::WritersBesideEachOther
            | Ability::DeepDocuments
            | Ability::DecimalDivision => false,
        }
    }
}

tablewright_tests::conformance!(Firebird, if is_there());

fn is_there() -> bool {
    server::url("firebird").is_some()
}

/// A connection of the pool that an administrator ends is told as lost, and the next call works.
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_connection_is_told() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    Author::dao(&db).create(NewAuthor::new("before")).await.unwrap();
    let open = db.begin().await.unwrap();
    Author::dao(&open).create(NewAuthor::new("lost")).await.unwrap();
    kill_all_others(&db).await;
    let lost = Author::dao(&open).create(NewAuthor::new("more")).await.unwrap_err();
    assert_eq!(lost.kind(), Kind::ConnectionLost, "{lost:?}");
    drop(open);
    // Another broke: those that rest are asked before they are lent.
    for _ in 0..3 {
        let names = Author::dao(&db).all().await.unwrap();
        assert_eq!(names.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(), ["before"]);
    }
    // One that rests and is found dead by its caller is told too.
    kill_all(&db).await;
    let mut told = 0;
    while let Err(error) = Author::dao(&db).create(NewAuthor::new("after")).await {
        assert_eq!(error.kind(), Kind::ConnectionLost, "{error:?}");
        told += 1;
        assert!(told < 3, "the pool keeps broken connections");
    }
    db.close().await.unwrap();
}

/// A task that is cut off while its statement waits for a lock leaves no trace, and its connection does not stay away.
#[tokio::test(flavor = "multi_thread")]
async fn a_statement_that_waits_for_a_lock_can_be_cut_off() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?pool_size=2&lock_timeout=60000", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    let author = Author::dao(&db).create(NewAuthor::new("one")).await.unwrap();
    let holder = db.begin().await.unwrap();
    Author::dao(&holder).patch(author.id, Author::patch().set(Author::NAME, "held")).await.unwrap();
    for _ in 0..3 {
        let waiting = Author::dao(&db).patch(author.id, Author::patch().set(Author::NAME, "late"));
        assert!(tokio::time::timeout(Duration::from_millis(100), waiting).await.is_err(), "it waits");
    }
    holder.commit().await.unwrap();
    // Had the cut off ones gone on, they would have written now.
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(Author::dao(&db).get(author.id).await.unwrap().name, "held");
    Author::dao(&db).patch(author.id, Author::patch().set(Author::NAME, "free")).await.unwrap();
    db.close().await.unwrap();
}

/// A transaction with a statement that was cut off does not go on as if nothing had happened.
#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_does_not_go_on_after_a_cut() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    let tx = db.begin().await.unwrap();
    let mut cut = Box::pin(async { Author::dao(&tx).create(NewAuthor::new("cut off")).await });
    // Sent, and not waited for.
    assert!(std::future::poll_fn(|context| Poll::Ready(cut.as_mut().poll(context).is_pending())).await);
    drop(cut);
    let next = Author::dao(&tx).create(NewAuthor::new("next")).await;
    let committed = tx.commit().await;
    let names = Author::dao(&db).all().order_by(Author::NAME.asc()).await.unwrap();
    let names: Vec<_> = names.iter().map(|author| author.name.as_str()).collect();
    match (next.is_ok(), committed.is_ok()) {
        // The thread had not begun with it yet.
        (true, true) => assert_eq!(names, ["next"]),
        (_, true) => panic!("a statement failed, and the commit did not: {names:?}"),
        (_, false) => assert!(names.is_empty(), "{names:?}"),
    }
}

/// Tasks that are cut off anywhere leave the pool in order, and no row of a transaction that did not end.
#[tokio::test(flavor = "multi_thread")]
async fn tasks_cut_off_anywhere_leave_the_pool_in_order() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?pool_size=4", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    for round in 0..40_u64 {
        let tasks: Vec<_> = (0..4)
            .map(|task| {
                let db = db.clone();
                tokio::spawn(async move {
                    let tx = db.begin().await?;
                    Author::dao(&tx).create(NewAuthor::new(format!("{round}-{task}"))).await?;
                    Author::dao(&tx).all().await?;
                    Author::dao(&db).all().await?;
                    tokio::time::sleep(Duration::from_secs(600)).await;
                    tx.commit().await
                })
            })
            .collect();
        // Anywhere between taking a connection and the end of the last statement.
        tokio::time::sleep(Duration::from_micros(round * 300)).await;
        for task in tasks {
            task.abort();
            assert!(task.await.is_err_and(|error| error.is_cancelled()));
        }
    }
    assert_eq!(Author::dao(&db).all().await.unwrap(), []);
    for n in 0..20 {
        Author::dao(&db).create(NewAuthor::new(format!("author {n}"))).await.unwrap();
    }
    assert_eq!(Author::dao(&db).all().await.unwrap().len(), 20);
    db.close().await.unwrap();
}

/// Changes of the schema do not wait for prepared statements of other connections, and see what was there before.
#[tokio::test(flavor = "multi_thread")]
async fn the_schema_changes_while_connections_rest() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    let authors: Vec<_> = (0..8)
        .map(|n| {
            let db = db.clone();
            tokio::spawn(async move {
                let author = Author::dao(&db).create(NewAuthor::new(format!("author {n}"))).await.unwrap();
                Author::dao(&db).get(author.id).await.unwrap()
            })
        })
        .collect();
    for author in authors {
        author.await.unwrap();
    }
    let begun = Instant::now();
    db.execute_sql("ALTER TABLE \"authors\" ADD \"died\" INTEGER", &[]).await.unwrap();
    db.transaction(async |tx| {
        tx.execute_sql("ALTER TABLE \"authors\" DROP \"died\"", &[]).await?;
        Author::dao(tx).create(NewAuthor::new("in between")).await
    })
    .await
    .unwrap();
    // Had they been in the way, it would have waited ten seconds for their lock.
    assert!(begun.elapsed() < Duration::from_secs(9), "{:?}", begun.elapsed());
    assert_eq!(Author::dao(&db).all().await.unwrap().len(), 9);
    // A schema is made as a whole or not at all.
    Suite::drop(&db).await.unwrap();
    let half = db.begin().await.unwrap();
    half.execute_sql("CREATE TABLE \"half\" (\"id\" INTEGER)", &[]).await.unwrap();
    half.execute_sql("CREATE INDEX \"ix_half\" ON \"half\" (\"id\")", &[]).await.unwrap();
    half.rollback().await.unwrap();
    let left = db.fetch_sql(Dialect::Firebird.tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    assert!(left.is_empty(), "{left:?}");
    let ended = db.execute_sql("COMMIT", &[]).await.unwrap_err();
    assert_eq!(ended.kind(), Kind::Usage, "{ended}");
}

/// A connection that was opened before a change of the schema was committed is replaced behind it, whatever it saw.
#[tokio::test(flavor = "multi_thread")]
async fn a_connection_opened_before_the_end_of_a_change_is_replaced() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?pool_size=2", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    db.execute_sql("ALTER TABLE \"authors\" ADD \"died\" INTEGER DEFAULT 0 NOT NULL", &[]).await.unwrap();
    let tx = db.begin().await.unwrap();
    tx.execute_sql("ALTER TABLE \"authors\" DROP \"died\"", &[]).await.unwrap();
    // It sees the table as it was.
    Author::dao(&db).create(NewAuthor::new("before")).await.unwrap();
    // Has it give up its statements, which the change would wait for.
    tx.execute_sql("COMMENT ON TABLE \"authors\" IS 'who writes'", &[]).await.unwrap();
    tx.commit().await.unwrap();
    let both = [db.begin().await.unwrap(), db.begin().await.unwrap()];
    for (tx, name) in both.into_iter().zip(["one", "other"]) {
        Author::dao(&tx).create(NewAuthor::new(name)).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// What a rollback cannot undo is told; what has not been committed yet it undoes.
#[tokio::test(flavor = "multi_thread")]
async fn a_rollback_says_what_of_the_schema_stays() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    let make = async |tx: &Transaction, name: &str| {
        tx.execute_sql(&format!("CREATE TABLE \"{name}\" (\"id\" INTEGER)"), &[]).await.unwrap();
    };
    let tx = db.begin().await.unwrap();
    make(&tx, "stays").await;
    let inner = tx.begin().await.unwrap();
    Author::dao(&inner).create(NewAuthor::new("undone")).await.unwrap();
    // The table is older than the savepoint.
    inner.rollback().await.unwrap();
    let inner = tx.begin().await.unwrap();
    make(&inner, "stays too").await;
    Author::dao(&inner).create(NewAuthor::new("undone")).await.unwrap();
    assert_eq!(inner.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    let inner = tx.begin().await.unwrap();
    make(&inner, "goes").await;
    inner.rollback().await.unwrap();
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(Author::dao(&db).all().await.unwrap(), []);
    let tables = db.fetch_sql(Dialect::Firebird.tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    let is_there = ["stays", "stays too", "goes"].map(|name| tables.iter().any(|table| table == name));
    assert_eq!(is_there, [true, true, false]);
    // Nobody who has the connection next hears of it.
    db.transaction(async |tx| Author::dao(tx).create(NewAuthor::new("kept")).await).await.unwrap();
    db.begin().await.unwrap().rollback().await.unwrap();
}

/// A table that a transaction works on cannot be dropped, which is told after the time for locks, and changes nothing.
#[tokio::test(flavor = "multi_thread")]
async fn a_table_in_use_stays() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?lock_timeout=1000", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    let tx = db.begin().await.unwrap();
    Strings::dao(&tx).create(NewStrings::new(1_i64, "", "", Vec::new(), Vec::new())).await.unwrap();
    let begun = Instant::now();
    let error = db.execute_sql("DROP TABLE \"strings\"", &[]).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error:?}");
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    tx.commit().await.unwrap();
    assert_eq!(Strings::dao(&db).all().await.unwrap().len(), 1);
    db.execute_sql("DROP TABLE \"strings\"", &[]).await.unwrap();
    assert_eq!(Strings::dao(&db).all().await.unwrap_err().kind(), Kind::MissingObject);
}

/// The server tells a deadlock by the codes of a conflict, and only when the time for locks is over.
#[tokio::test(flavor = "multi_thread")]
async fn a_deadlock_is_told_and_tried_again() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?lock_timeout=1000", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    deadlock::holds(&db, Kind::Serialization).await;
    db.close().await.unwrap();
}

/// So is a row that another transaction has for longer than that.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_held_for_long_is_told() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?lock_timeout=1000", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    let author = Author::dao(&db).create(NewAuthor::new("one")).await.unwrap();
    let rename = || Author::patch().set(Author::NAME, "two");
    let holder = db.begin().await.unwrap();
    Author::dao(&holder).patch(author.id, rename()).await.unwrap();
    let error = Author::dao(&db).patch(author.id, rename()).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Serialization, "{error}");
    holder.rollback().await.unwrap();
    Author::dao(&db).patch(author.id, rename()).await.unwrap();
    db.close().await.unwrap();
}

/// Results longer than a chunk arrive whole, with the blobs of each row, and can be left in the middle.
#[tokio::test(flavor = "multi_thread")]
async fn long_results_arrive_whole() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    let text = |id: i64| format!("{id} ").repeat(id as usize % 50);
    let rows = (0..2_000).map(|id| NewStrings::new(id, "", text(id), Vec::new(), id.to_le_bytes().to_vec()));
    Strings::dao(&db).create_many(rows.collect()).await.unwrap();
    let all = Strings::dao(&db).all().order_by(Strings::ID.asc()).await.unwrap();
    assert_eq!(all.len(), 2_000);
    for (id, row) in (0..).zip(&all) {
        assert_eq!((row.id, row.long.as_str()), (id, text(id).as_str()));
        assert_eq!(row.long_bytes, id.to_le_bytes());
    }
    let mut seen = 0;
    let left = Strings::dao(&db).all().for_each(|_| {
        seen += 1;
        if seen == 300 { Err(Error::new(Kind::Usage, "enough")) } else { Ok(()) }
    });
    assert_eq!(left.await.unwrap_err().kind(), Kind::Usage);
    assert_eq!(Strings::dao(&db).count(Strings::ID.ge(0)).await.unwrap(), 2_000);
}

/// So do large ones, few at a time.
#[tokio::test(flavor = "multi_thread")]
async fn large_rows_arrive_whole() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    let bytes = |id: i64| vec![u8::try_from(id).unwrap(); 1 << 20];
    let rows = (0..12).map(|id| NewStrings::new(id, "", "", Vec::new(), bytes(id)));
    Strings::dao(&db).create_many(rows.collect()).await.unwrap();
    let mut next = 0;
    let all = Strings::dao(&db).all().order_by(Strings::ID.asc()).for_each(|row| {
        assert_eq!((row.id, row.long_bytes), (next, bytes(next)));
        next += 1;
        Ok(())
    });
    all.await.unwrap();
    assert_eq!(next, 12);
    // A batch takes so many bytes; what is larger goes by itself, and all in order.
    let sizes = [7_900_000, 9_000_000, 1, 17_000_000, 8_000_000, 600_000];
    let rows = (100..).zip(sizes).map(|(id, size)| NewStrings::new(id, "", "", Vec::new(), vec![1; size]));
    Strings::dao(&db).create_many(rows.collect()).await.unwrap();
    for (id, size) in (100..).zip(sizes) {
        assert_eq!(Strings::dao(&db).get(id).await.unwrap().long_bytes.len(), size);
    }
}

/// A pattern may be longer than what it is matched with, and match a text without limit.
#[tokio::test(flavor = "multi_thread")]
async fn a_pattern_is_as_long_as_it_is() {
    if !is_there() {
        return;
    }
    let db = Firebird.database().await;
    let name = "0123456789".repeat(4);
    Author::dao(&db).create(NewAuthor::new(&*name)).await.unwrap();
    assert_eq!(Author::dao(&db).count(Author::NAME.contains(&name)).await.unwrap(), 1);
    assert_eq!(Author::dao(&db).count(Author::NAME.like(&"%".repeat(200))).await.unwrap(), 1);
    let long = format!("{}needle{}", "a\u{e9}".repeat(10_000), "b".repeat(10_000));
    Strings::dao(&db).create(NewStrings::new(1_i64, "", long, Vec::new(), Vec::new())).await.unwrap();
    assert_eq!(Strings::dao(&db).count(Strings::LONG.contains("\u{e9}needleb")).await.unwrap(), 1);
    assert_eq!(Strings::dao(&db).count(Strings::LONG.contains("Needle")).await.unwrap(), 0);
}

/// What cannot be opened is told before anything else, without the password.
#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_opened_is_told() {
    if !is_there() {
        return;
    }
    let right = firebird::new_database();
    secrets::are_kept_by_server(&right).await;
    let (login, _) = right.strip_prefix("firebird://").unwrap().split_once('@').unwrap();
    let wrong_login = right.replace(login, "SYSDBA:not-the-password");
    let no_database = format!("{}.not-there", right.trim_end_matches(".fdb"));
    let no_server = right.replacen("127.0.0.1", "127.0.0.2", 1);
    for (url, kind, says) in [
        (wrong_login, Kind::Login, "login"),
        (no_database, Kind::Connect, "No such file"),
        (no_server, Kind::Connect, "cannot be reached"),
    ] {
        let error = Database::connect(&url).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{error:?}");
        let text = format!("{error} {error:?}");
        assert!(text.contains(says), "{text}");
        assert!(!text.contains("password@") && !text.contains("not-the-password"), "{text}");
    }
}

/// The golden DDL runs as it stands, and leaves nothing behind.
#[tokio::test(flavor = "multi_thread")]
async fn firebird_files_run_as_they_stand() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&firebird::new_database()).await.unwrap();
    let mut wrong = Vec::new();
    for case in case::all() {
        let script = text::script(&case, Dialect::Firebird);
        // As one, and once more one by one.
        for list in [&script.create, &script.drop] {
            let unit = db.begin().await.unwrap();
            for sql in list {
                if let Err(error) = unit.execute_sql(sql, &[]).await {
                    wrong.push(format!("{} as one: {error}\n{sql}", case.name));
                }
            }
            unit.commit().await.unwrap_or_else(|error| wrong.push(format!("{} as one: {error}", case.name)));
        }
        for sql in script.create.iter().chain(&script.drop) {
            if let Err(error) = db.execute_sql(sql, &[]).await {
                wrong.push(format!("{}: {error}\n{sql}", case.name));
            }
        }
        let left = db.fetch_sql(Dialect::Firebird.tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
        for table in left {
            wrong.push(format!("{} leaves {table}", case.name));
            db.execute_sql(&format!("DROP TABLE \"{table}\""), &[]).await.ok();
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The zone of a session changes no instant, and what another program writes is the instant that it meant.
#[tokio::test(flavor = "multi_thread")]
async fn the_zone_of_a_session_changes_no_instant() {
    if !is_there() {
        return;
    }
    let url = format!("{}?pool_size=1", firebird::new_database());
    let db = Database::connect(&url).await.unwrap();
    Suite::create(&db).await.unwrap();
    let zones = ["SET TIME ZONE 'America/St_Johns'", "SET TIME ZONE '+05:45'", "SET TIME ZONE LOCAL"];
    zones::hold_in_a_session(&db, &zones).await;
    for written in ["2024-07-01 12:00:00 America/St_Johns", "2024-07-01 20:15:00 +05:45"] {
        let sql = format!("UPDATE \"moments\" SET \"instant\" = TIMESTAMP '{written}'");
        db.execute_sql(&sql, &[]).await.unwrap();
        let read = db.fetch_sql("SELECT \"instant\" FROM \"moments\"", &[], |row| row.get::<DateTime<Utc>>(0)).await;
        for instant in read.unwrap() {
            assert_eq!(instant.to_rfc3339(), "2024-07-01T14:30:00+00:00", "{written}");
        }
    }
    db.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_tasks_share_ten_connections() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?{}", firebird::new_database(), load::SETTINGS)).await.unwrap();
    Suite::create(&db).await.unwrap();
    load::hold(
        &db,
        "SELECT COUNT(*) FROM MON$ATTACHMENTS WHERE MON$SYSTEM_FLAG = 0 AND MON$REMOTE_PROTOCOL IS NOT NULL",
    )
    .await;
}

/// A savepoint that is cut off leaves a transaction in order.
#[tokio::test(flavor = "multi_thread")]
async fn a_savepoint_cut_off_at_any_moment_is_there_or_not() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?pool_size=2", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    savepoints::hold(&db).await;
    savepoints::are_returned_to(&db).await;
}

/// A serializable transaction has the tables for itself, and asks for no more than its user may have.
#[tokio::test(flavor = "multi_thread")]
async fn serializable_transactions_take_turns() {
    if !is_there() {
        return;
    }
    let url = firebird::new_database();
    let db = Database::connect(&url).await.unwrap();
    Suite::create(&db).await.unwrap();
    serializable::take_turns(&db, &url).await;
    serializable::needs_no_more_rights(&db, &url).await;
    db.close().await.unwrap();
}

/// A query by hand may lock the rows that it reads, or read from a procedure that writes.
#[tokio::test]
async fn a_query_by_hand_may_write() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&format!("{}?pool_size=2", firebird::new_database())).await.unwrap();
    Suite::create(&db).await.unwrap();
    Counter::dao(&db).create(NewCounter::new("read", 7_i64)).await.unwrap();
    let locked = "SELECT \"value\" FROM \"counters\" WHERE \"name\" = ? WITH LOCK";
    let read = db.fetch_sql(locked, &["read".into()], |row| row.get::<i64>(0)).await;
    assert_eq!(read.unwrap(), [7]);
    let procedure = "CREATE PROCEDURE writes RETURNS (made BIGINT) AS BEGIN \
                     INSERT INTO \"counters\" (\"name\", \"value\") VALUES ('written', 8) RETURNING \"value\" INTO made; SUSPEND; END";
    db.execute_sql(procedure, &[]).await.unwrap();
    let made = db.fetch_sql("SELECT made FROM writes", &[], |row| row.get::<i64>(0)).await;
    assert_eq!(made.unwrap(), [8]);
    assert_eq!(Counter::dao(&db).get("written").await.unwrap().value, 8);
    let error = db.read_only().fetch_sql("SELECT made FROM writes", &[], |_| Ok(())).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unsupported, "{error}");
    // The lock ended with its query.
    Counter::dao(&db).patch("read", Counter::patch().add(Counter::VALUE, 1_i64)).await.unwrap();
    db.close().await.unwrap();
}

/// A database's file has any name.
#[tokio::test(flavor = "multi_thread")]
async fn a_database_has_any_name() {
    if !is_there() {
        return;
    }
    let url = firebird::make_database(names::NAME);
    let place = url.strip_suffix(&format!("{}.fdb", names::NAME)).unwrap();
    names::hold(names::NAME, |name| format!("{place}{name}.fdb")).await;
}

async fn kill_all_others(db: &Database) {
    let sql = "DELETE FROM MON$ATTACHMENTS WHERE MON$ATTACHMENT_ID <> CURRENT_CONNECTION AND MON$SYSTEM_FLAG = 0 \
               AND MON$REMOTE_PROTOCOL IS NOT NULL";
    db.execute_sql(sql, &[]).await.unwrap();
}

/// Ends every connection of the pool from outside of it.
async fn kill_all(db: &Database) {
    let path =
        db.fetch_sql("SELECT MON$DATABASE_NAME FROM MON$DATABASE", &[], |row| row.get::<String>(0)).await.unwrap();
    let url = server::url("firebird").unwrap();
    let (server, _) = url.strip_prefix("firebird://").unwrap().split_once('/').unwrap();
    let other = Database::connect(&format!("firebird://{server}/{}", path[0])).await.unwrap();
    kill_all_others(&other).await;
    other.close().await.unwrap();
}

/// What a rule says that the engine refuses, it refuses, and it takes the near miss.
#[tokio::test(flavor = "multi_thread")]
async fn rules_are_no_folklore() {
    if !is_there() {
        return;
    }
    let db = Database::connect(&firebird::new_database()).await.unwrap();
    let wrong = tablewright_tests::truth::folklore(&db).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    db.close().await.unwrap();
}
