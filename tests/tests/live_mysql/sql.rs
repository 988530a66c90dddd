//! Statements of every kind, and what the server answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Param, Retry};
use tablewright_tests::live::balancer::{self, Edit, replace};
use tablewright_tests::live::{retyped, zones};
use tablewright_tests::server::fresh;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, Loan, NewAuthor, NewLoan};
use tablewright_tests::table::people::{Counter, Crate, NewCounter, NewCrate};
use tablewright_tests::table::values::{NewStrings, Strings};

use crate::ENGINE;
use crate::family::{administrator, again, empty, is_there, one};

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_that_is_not_free_in_time_ends_the_statement_alone() {
    if !is_there() {
        return;
    }
    let add = || Counter::patch().add(Counter::VALUE, 1_i64);
    let patient = empty("pool_size=2&lock_timeout=1000").await;
    Suite::create(&patient).await.unwrap();
    Counter::dao(&patient).create(NewCounter::new("a", 0_i64)).await.unwrap();
    let (holder, other) = (patient.begin().await.unwrap(), patient.begin().await.unwrap());
    Counter::dao(&holder).patch("a", add()).await.unwrap();
    Counter::dao(&other).create(NewCounter::new("kept", 0_i64)).await.unwrap();
    assert_eq!(Counter::dao(&other).patch("a", add()).await.unwrap_err().kind(), Kind::Busy);
    other.commit().await.unwrap();
    holder.rollback().await.unwrap();
    assert_eq!(Counter::dao(&patient).get("kept").await.unwrap().value, 0);
}

/// What an administrator turns off for an import, and forgets, is on for us: each connection says so itself.
#[tokio::test(flavor = "multi_thread")]
async fn what_holds_does_not_hang_on_the_server_s_settings() {
    if !is_there() {
        return;
    }
    let admin = administrator().await;
    let all = async |values: [&str; 4]| {
        for (name, value) in
            ["foreign_key_checks", "unique_checks", "sql_safe_updates", "sql_select_limit"].iter().zip(values)
        {
            admin.execute_sql(&format!("SET GLOBAL {name} = {value}"), &[]).await.unwrap();
        }
    };
    all(["0", "0", "1", "1"]).await;
    let db = empty("pool_size=1").await;
    all(["1", "1", "0", "18446744073709551615"]).await;
    Suite::create(&db).await.unwrap();
    let orphan = Loan::dao(&db).create(NewLoan::new(404, "nobody's")).await.unwrap_err();
    assert_eq!(orphan.kind(), Kind::ForeignKey, "{orphan}");
    Author::dao(&db).create_many(vec![NewAuthor::new("Brink"), NewAuthor::new("Schreiner")]).await.unwrap();
    assert_eq!(db.execute_sql("UPDATE authors SET born = 1935", &[]).await.unwrap(), 2);
    assert_eq!(Author::dao(&db).all().await.unwrap().len(), 2);
    db.close().await.unwrap();
}

/// A transaction that has looked sees what was there then; what it asks for itself it sees as it is.
#[tokio::test(flavor = "multi_thread")]
async fn an_upsert_gives_back_what_others_wrote_meanwhile() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    Counter::dao(&db).create(NewCounter::new("a", 1_i64)).await.unwrap();
    let tx = db.begin().await.unwrap();
    // The default of MariaDB from 11.6.2 on: what others wrote meanwhile is not written over.
    let variables = "SHOW VARIABLES LIKE 'innodb_snapshot_isolation'";
    let is_refused = tx.fetch_sql(variables, &[], |row| row.text(1).map(str::to_owned)).await.unwrap() == ["ON"];
    assert_eq!(Counter::dao(&tx).all().await.unwrap().len(), 1);
    Counter::dao(&db).patch("a", Counter::patch().set(Counter::VALUE, 2_i64)).await.unwrap();
    Counter::dao(&db).create(NewCounter::new("b", 3_i64)).await.unwrap();
    Author::dao(&db).create(NewAuthor::new("Brink").born(1935)).await.unwrap();
    assert_eq!(Counter::dao(&tx).get("a").await.unwrap().value, 1, "it has looked");
    if is_refused {
        let refused = Counter::dao(&tx).upsert(NewCounter::new("a", 2_i64)).await.unwrap_err();
        assert_eq!(refused.kind(), Kind::Serialization, "{refused}");
        return;
    }
    // Each has these values already, so that nothing is written.
    assert_eq!(Counter::dao(&tx).upsert(NewCounter::new("a", 2_i64)).await.unwrap().value, 2);
    assert_eq!(Counter::dao(&tx).upsert(NewCounter::new("b", 3_i64)).await.unwrap().value, 3);
    let author = Author::dao(&tx).upsert_by_name(NewAuthor::new("Brink").born(1935)).await.unwrap();
    assert_eq!(author.born, Some(1935));
    tx.commit().await.unwrap();
    db.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schema_that_changes_in_a_transaction() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let authors = Author::dao(&db);
    // What was before it is permanent, what follows is a unit of its own.
    let transaction = db.begin().await.unwrap();
    Author::dao(&transaction).create(NewAuthor::new("before")).await.unwrap();
    let inner = transaction.begin().await.unwrap();
    inner.execute_sql("CREATE TABLE made (id int)", &[]).await.unwrap();
    inner.commit().await.unwrap();
    let inner = transaction.begin().await.unwrap();
    Author::dao(&inner).create(NewAuthor::new("undone in part")).await.unwrap();
    inner.rollback().await.unwrap();
    Author::dao(&transaction).create(NewAuthor::new("undone")).await.unwrap();
    let error = transaction.rollback().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unsupported, "{error}");
    let names: Vec<_> = authors.all().await.unwrap().into_iter().map(|author| author.name).collect();
    assert_eq!(names, ["before"]);

    // A schema is made inside a transaction too.
    Suite::drop(&db).await.unwrap();
    db.transaction(async |tx| Suite::create(tx).await).await.unwrap();
    let transaction = db.begin().await.unwrap();
    let error = transaction.transaction(async |inner| {
        inner.execute_sql("DROP TABLE made", &[]).await?;
        inner.execute_sql("DROP TABLE made", &[]).await
    });
    // That the first is permanent matters more than why the second failed. Nothing goes on from there.
    assert_eq!(error.await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(transaction.commit().await.unwrap_err().kind(), Kind::Unsupported);
    let tables = db.fetch_sql(db.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    assert!(tables.contains(&"authors".to_owned()) && !tables.contains(&"made".to_owned()), "{tables:?}");

    for sql in ["COMMIT", "begin", "ROLLBACK"] {
        assert_eq!(db.execute_sql(sql, &[]).await.unwrap_err().kind(), Kind::Usage);
        let transaction = db.begin().await.unwrap();
        assert_eq!(transaction.execute_sql(sql, &[]).await.unwrap_err().kind(), Kind::Usage);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_schema_that_fails_tells_what_became_of_the_transaction() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let names =
        async || Author::dao(&db).all().await.unwrap().into_iter().map(|author| author.name).collect::<Vec<_>>();
    let (refused, begun) = ("CREATE TABEL made (id int)", "CREATE TABLE authors (id int)");

    // What was refused before it began has committed nothing, and the transaction goes on.
    let tx = db.begin().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("before")).await.unwrap();
    assert_eq!(tx.execute_sql(refused, &[]).await.unwrap_err().kind(), Kind::Syntax);
    let inner = tx.begin().await.unwrap();
    assert_eq!(inner.execute_sql("DROP TABLE", &[]).await.unwrap_err().kind(), Kind::Syntax);
    inner.rollback().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("after")).await.unwrap();
    tx.rollback().await.unwrap();
    let result = db.transaction(async |tx| {
        Author::dao(tx).create(NewAuthor::new("undone")).await?;
        tx.execute_sql(refused, &[]).await
    });
    assert_eq!(result.await.unwrap_err().kind(), Kind::Syntax);
    assert!(names().await.is_empty());

    // What was begun has committed what was before it. Whoever counts on all or nothing is told.
    let tx = db.begin().await.unwrap();
    Author::dao(&tx).create(NewAuthor::new("kept")).await.unwrap();
    tx.execute_sql(begun, &[]).await.unwrap_err();
    let error = Author::dao(&tx).create(NewAuthor::new("alone")).await.unwrap_err();
    assert!(error.to_string().contains("has made permanent what was before it in the transaction"), "{error}");
    assert_eq!(tx.rollback().await.unwrap_err().kind(), Kind::Unsupported);
    let result = db.transaction(async |tx| {
        Author::dao(tx).create(NewAuthor::new("kept too")).await?;
        tx.execute_sql(begun, &[]).await
    });
    assert_eq!(result.await.unwrap_err().kind(), Kind::Unsupported);
    assert_eq!(names().await, ["kept", "kept too"]);

    // What begins like one that commits, and does not.
    let plain = match ENGINE {
        "mariadb" => &["ANALYZE SELECT 1", "CREATE OR REPLACE TEMPORARY TABLE t (a int)", "UNLOCK TABLES"][..],
        _ => &["CREATE TEMPORARY TABLE t (a int)", "UNLOCK TABLES"],
    };
    for sql in plain {
        let tx = db.begin().await.unwrap();
        Author::dao(&tx).create(NewAuthor::new("undone")).await.unwrap();
        tx.execute_sql(sql, &[]).await.unwrap();
        tx.rollback().await.unwrap();
        assert_eq!(names().await.len(), 2, "{sql}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_statement_is_what_it_says() {
    if !is_there() {
        return;
    }
    // Fewer statements are kept than there are: each text is used, forgotten and prepared again.
    let db = empty("pool_size=1&statement_cache=10").await;
    for round in 0..10_i64 {
        for number in 0..25_i64 {
            let sql = format!("SELECT ? + {number}");
            let sum = db.fetch_sql(&sql, &[Param::I64(round)], |row| row.i64(0)).await.unwrap();
            assert_eq!(sum, [round + number]);
        }
    }

    // One text with other types is another statement.
    let values = [
        (Param::I64(1), "1"),
        (Param::F64(1.5), "1.5"),
        (Param::Text("x".into()), "x"),
        (Param::Bool(true), "1"),
        (Param::I16(-7), "-7"),
    ];
    for _ in 0..3 {
        for (value, text) in &values {
            let sql = "SELECT CONCAT(?, '')";
            let read = db.fetch_sql(sql, std::slice::from_ref(value), |row| row.get::<String>(0)).await.unwrap();
            assert_eq!(read, [*text]);
        }
    }

    // A wrong number of parameters is told, and the connection goes on.
    for params in [&[][..], &[Param::I64(1), Param::I64(2)]] {
        let error = db.fetch_sql("SELECT ?", params, |row| row.i64(0)).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");
        assert_eq!(db.execute_sql("DO ?", params).await.unwrap_err().kind(), Kind::Usage);
        assert_eq!(one(&db, "SELECT 1", |row| row.i64(0)).await, 1);
    }

    // A table that changes under a prepared statement is read anew.
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 7_i64)).await.unwrap();
    counters.get("a").await.unwrap();
    db.execute_sql("ALTER TABLE counters MODIFY value smallint NOT NULL", &[]).await.unwrap();
    assert_eq!(counters.get("a").await.unwrap().value, 7);

    // What cannot be prepared is run as it is.
    db.execute_sql("UNLOCK TABLES", &[]).await.unwrap();
    db.execute_sql("CREATE PROCEDURE two() BEGIN SELECT 1; SELECT 2; END", &[]).await.unwrap();
    db.execute_sql("CALL two()", &[]).await.unwrap();
    assert_eq!(one(&db, "SELECT 3", |row| row.i64(0)).await, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_kept_as_it_was_sent_when_its_column_was_a_number() {
    if !is_there() {
        return;
    }
    retyped::by_ourselves(&fresh::url(ENGINE, "retyped").await).await;
    let (before, new) = retyped::by_others(&fresh::url(ENGINE, "retyped").await).await;
    assert_eq!(new, retyped::TEXTS);
    // The server's doing, and nothing tells us (`Migrator`): not to be relied on, but to be noticed when it ends.
    let bent = ["0", "0.5", "1", "1.500"];
    assert_eq!(before, if ENGINE == "mysql" { bent } else { retyped::TEXTS });
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_tell_what_happened() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let authors = Author::dao(&db);
    let author = authors.create(NewAuthor::new("there")).await.unwrap();
    let error = authors.create(NewAuthor::new("there")).await.unwrap_err();
    let constraint = error.constraint().unwrap();
    assert_eq!((error.kind(), constraint.table.as_deref()), (Kind::Unique, Some("authors")));
    assert_eq!(
        (constraint.name.as_deref(), constraint.columns.join(", ")),
        (Some("uq_authors_name"), "name".to_owned())
    );

    let kind = async |sql: &str| {
        let error = db.execute_sql(sql, &[]).await.unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(!text.contains("secret"), "{text}");
        error.kind()
    };
    for (sql, expected) in [
        ("INSERT INTO authors (id, name) VALUES (1, 'secret')", Kind::Unique),
        ("INSERT INTO authors (id) VALUES (77)", Kind::NotNull),
        ("INSERT INTO authors (id, name) VALUES (77, REPEAT('secret', 100))", Kind::TooLong),
        ("INSERT INTO counters (name, value) VALUES ('a', 99999999999999999999)", Kind::OutOfRange),
        ("INSERT INTO counters (name, value) VALUES ('a', 'secret')", Kind::Encode),
        ("INSERT INTO counters (name, value) VALUES ('a', 1 / 0)", Kind::OutOfRange),
        ("INSERT INTO books (author_id, title, copies) VALUES (4711, 'secret', 1)", Kind::ForeignKey),
        ("INSERT INTO nowhere (a) VALUES ('secret')", Kind::MissingObject),
        ("UPDATE authors SET nothing = 'secret'", Kind::MissingObject),
        ("SELEC 1", Kind::Syntax),
        ("SELECT name, MAX(id) FROM authors", Kind::Syntax),
    ] {
        let found = kind(sql).await;
        assert_eq!(found, expected, "{sql}");
    }
    assert_eq!(authors.all().await.unwrap(), [author]);

    let slow = match ENGINE {
        "mariadb" => "SET STATEMENT max_statement_time = 0.1 FOR SELECT SLEEP(5)",
        _ => {
            "SELECT /*+ MAX_EXECUTION_TIME(100) */ COUNT(*) FROM information_schema.columns a, information_schema.columns b, information_schema.columns c"
        }
    };
    let ended = db.execute_sql(slow, &[]).await;
    assert_eq!(ended.unwrap_err().kind(), Kind::Timeout);

    // What is longer than the server takes is not sent, and the connection goes on.
    let most = one(&db, "SELECT @@max_allowed_packet", |row| row.i64(0)).await;
    let long = "x".repeat(most as usize);
    let error = db.fetch_sql("SELECT LENGTH(?)", &[long.into()], |row| row.i64(0)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::TooLong, "{error}");
    assert_eq!(one(&db, "SELECT 1", |row| row.i64(0)).await, 1);
}

/// What others changed since a transaction began to read, it cannot read.
#[tokio::test(flavor = "multi_thread")]
async fn a_table_that_was_changed_meanwhile_is_read_by_another_try() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let tries = AtomicU32::new(0);
    let rows = db.transaction_retrying(Retry::default(), async |tx| {
        Author::dao(tx).count(Condition::all()).await?;
        if tries.fetch_add(1, Ordering::Relaxed) == 0 {
            db.execute_sql("ALTER TABLE counters ADD COLUMN more int, ALGORITHM = COPY", &[]).await?;
        }
        tx.fetch_sql("SELECT COUNT(*) FROM counters", &[], |row| row.i64(0)).await
    });
    assert_eq!((rows.await.unwrap(), tries.into_inner()), (vec![0], 2));
}

/// However little the server takes at once.
#[tokio::test(flavor = "multi_thread")]
async fn many_rows_go_in_messages_that_the_server_takes() {
    if !is_there() {
        return;
    }
    let url = fresh::url(ENGINE, "little").await;
    let most = one(&Database::connect(&url).await.unwrap(), "SELECT @@max_allowed_packet", |row| row.i64(0)).await;
    let (little, told) = (40_000_i64, Arc::new(AtomicBool::new(false)));
    let is_told = Arc::clone(&told);
    let takes_little: Edit = Box::new(move |answer| {
        if !is_told.load(Ordering::Relaxed) {
            is_told.store(replace(answer, &most.to_le_bytes(), &little.to_le_bytes()), Ordering::Relaxed);
        }
    });
    let before = balancer::before(&url, takes_little).await;
    let db = Database::connect(&format!("{before}sslmode=disable&pool_size=1")).await.unwrap();
    assert!(told.load(Ordering::Relaxed), "it is not told how little the server takes");
    Suite::create(&db).await.unwrap();
    let too_long = db.fetch_sql("SELECT LENGTH(?)", &["x".repeat(little as usize).into()], |row| row.i64(0)).await;
    assert_eq!(too_long.unwrap_err().kind(), Kind::TooLong);
    let texts = (0..20).map(|id| NewStrings::new(id, "", "x".repeat(20_000), Vec::new(), Vec::new()));
    assert_eq!(Strings::dao(&db).create_many(texts.collect()).await.unwrap().len(), 20);
    // Those that the server numbers too.
    let name = |n: i32| format!("{n:0>40}");
    let authors = (0..3_000).map(|n| NewAuthor::new(name(n)).passport(format!("{n:0>20}")));
    let authors = Author::dao(&db).create_many(authors.collect()).await.unwrap();
    assert!(authors.iter().zip(0..).all(|(author, n)| author.name == name(n)));
    assert_eq!(Author::dao(&db).count(Condition::all()).await.unwrap(), 3_000);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_session_is_set_up() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let setting = async |sql: &str| one(&db, sql, |row| row.get::<String>(0)).await;
    assert_eq!(setting("SELECT @@time_zone").await, "+00:00");
    let mode = setting("SELECT @@sql_mode").await;
    assert!(mode.contains("STRICT_ALL_TABLES") && !mode.contains("ANSI_QUOTES"), "{mode}");
    assert!(!one(&db, "SELECT 'a' = 'A' OR 'a' = 'a ' OR 'a' = '\u{e1}'", |row| row.bool(0)).await);
    assert_eq!(one(&db, "SELECT '\u{1f389}'", |row| row.get::<String>(0)).await, "\u{1f389}");
    // A row that is there and stays as it is was found.
    let authors = Author::dao(&db);
    let author = authors.create(NewAuthor::new("the same")).await.unwrap();
    authors.update(&author).await.unwrap();
    let done = db.execute_sql("UPDATE authors SET name = 'the same'", &[]).await;
    assert_eq!(done.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn values_are_read_strictly() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    let rows = "WITH RECURSIVE t (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 900) SELECT n, NULL FROM t";
    let error = db.fetch_sql(rows, &[], |row| row.get::<i32>(1)).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Decode, "{error}");
    let error = db.fetch_sql("SELECT 'x' AS word", &[], |row| row.get::<i64>(0)).await.unwrap_err();
    assert!(error.to_string().contains("column `word`"), "{error}");
    assert!(one(&db, "SELECT 18446744073709551615", |row| Ok(row.i64(0).is_err())).await);
    assert_eq!(one(&db, "SELECT SUM(n) FROM (SELECT 1 AS n UNION ALL SELECT 2) AS t", |row| row.i64(0)).await, 3);
    assert_eq!(one(&db, "SELECT CAST(200 AS UNSIGNED)", |row| row.i16(0)).await, 200);
    let decimal = one(&db, "SELECT 1.10 + 2.20", |row| row.decimal(0, 10, 2)).await;
    assert_eq!(decimal.to_string(), "3.30");
    assert!(one(&db, "SELECT X'00ff'", |row| Ok(row.text(0).is_err() && row.bytes(0)? == [0, 255])).await);
    // A date that is none is neither a date nor NULL.
    db.execute_sql("CREATE TABLE days (day date, hour time, moment datetime(6))", &[]).await.unwrap();
    db.execute_sql("SET sql_mode = ''", &[]).await.unwrap();
    db.execute_sql("INSERT INTO days VALUES ('0000-00-00', '25:00:00', '2024-00-01')", &[]).await.unwrap();
    let refused = one(&db, "SELECT day, hour, moment FROM days", |row| {
        let are_null = [row.is_null(0)?, row.is_null(1)?, row.is_null(2)?];
        assert_eq!(are_null, [false; 3]);
        Ok(row.date(0).is_err() && row.time(1).is_err() && row.timestamp(2).is_err())
    });
    assert!(refused.await);
}

/// What a rule says that the engine refuses, it refuses, and it takes the near miss.
#[tokio::test(flavor = "multi_thread")]
async fn rules_are_no_folklore() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    let wrong = tablewright_tests::truth::folklore(&db).await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    db.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_zone_of_the_server_or_of_a_session_changes_no_instant() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let server = administrator().await;
    let before: String = one(&server, "SELECT @@GLOBAL.time_zone", |row| row.get(0)).await;
    let zones = ["+05:45", "-09:30", &before].map(|zone| format!("SET GLOBAL time_zone = '{zone}'"));
    zones::hold(&server, &zones, &db, async || again(&db, "pool_size=1").await).await;
    zones::hold_in_a_session(&db, &["SET time_zone = '+13:00'", "SET time_zone = '-12:00'"]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_of_many_rows_are_as_far_apart_as_the_session_says() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let tx = db.begin().await.unwrap();
    tx.execute_sql("SET SESSION auto_increment_increment = 7", &[]).await.unwrap();
    let news = (0..100).map(|n| NewAuthor::new(format!("author {n}"))).collect();
    let made = Author::dao(&tx).create_many(news).await.unwrap();
    tx.execute_sql("SET SESSION auto_increment_increment = DEFAULT", &[]).await.unwrap();
    tx.commit().await.unwrap();
    assert!(made.windows(2).all(|pair| pair[1].id == pair[0].id + 7));
    for author in &made {
        assert_eq!(Author::dao(&db).get(author.id).await.unwrap(), *author);
    }
}

/// A row that cannot be read again after it was added was not added: its error says so.
#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_not_found_again_is_not_added() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let boxes = Crate::dao(&db);
    assert_eq!(boxes.create(NewCrate::new(1, 2, 3)).await.unwrap().area, 6);
    // The key is another one than was given.
    let moves = "CREATE TRIGGER moves BEFORE INSERT ON boxes FOR EACH ROW SET NEW.id = NEW.id + 1000";
    db.execute_sql(moves, &[]).await.unwrap();
    let many = |first: i64| (first..first + 3).map(|id| NewCrate::new(id, 2, 3)).collect();
    let (one, all) = (boxes.create(NewCrate::new(2, 2, 3)).await, boxes.create_many(many(3)).await);
    let added = if ENGINE == "mariadb" { 4 } else { 0 };
    for error in [one.err(), all.err()] {
        // MariaDB tells what it made with the row.
        assert_eq!(error.map(|error| error.kind()), (added == 0).then_some(Kind::Other));
    }
    assert_eq!(boxes.count(Condition::all()).await.unwrap(), 1 + added);
}

/// A key that only the database knows is given, or no row is added.
#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_not_told_is_asked_for_before() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Tickets::create(&db).await.unwrap();
    let tickets = Ticket::dao(&db);
    let made = tickets.create(NewTicket::new("a")).await;
    match ENGINE {
        "mariadb" => assert_eq!(made.unwrap().id, 5),
        _ => {
            let error = made.unwrap_err();
            assert!(error.kind() == Kind::Usage && error.to_string().contains("column `id`"), "{error}");
            assert_eq!(tickets.count(Condition::all()).await.unwrap(), 0);
        }
    }
    assert_eq!(tickets.create(NewTicket::new("b").id(7)).await.unwrap().id, 7);
}

/// A row whose key is the database's to make, and no number that it counts.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "tickets")]
struct Ticket {
    #[column(primary_key, default = expr(2 + 3))]
    id: i64,
    #[column(max_length = 20)]
    name: String,
}

schema! {
    /// Firebird's defaults are constants.
    struct Tickets {
        tables: [Ticket],
        dialects: [sqlite, postgres, mysql, mariadb],
    }
}
