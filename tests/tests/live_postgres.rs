//! PostgreSQL is held to the conformance suite, and to what a server can do to its clients.

#[path = "live_postgres/balanced.rs"]
mod balanced;
#[path = "live_postgres/conflict.rs"]
mod conflict;
#[path = "live_postgres/copy.rs"]
mod copy;
#[path = "live_postgres/numbered.rs"]
mod numbered;
#[path = "live_postgres/set_up.rs"]
mod set_up;

use std::fs;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use tablewright::driver::{Operation, ProductName, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Param, Row};
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::golden::case;
use tablewright_tests::live::{load, names, retyped, rollbacks, savepoints, zones};
use tablewright_tests::secrets;
use tablewright_tests::server::fresh;
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};
use tablewright_tests::table::people::{Counter, NewCounter};
use tablewright_tests::{server, source};

/// PostgreSQL, each time with a new database.
struct Postgres;

impl EngineUnderTest for Postgres {
    async fn database(&self) -> Database {
        let db = empty("").await;
        Suite::create(&db).await.unwrap();
        db
    }

    fn lacks(&self, _: Ability) -> bool {
        false
    }
}

tablewright_tests::conformance!(Postgres, if is_there());

fn is_there() -> bool {
    server::url("postgres").is_some()
}

/// A new database without tables.
async fn empty(settings: &str) -> Database {
    let url = fresh::url("postgres", "live").await;
    Database::connect(&format!("{url}{settings}")).await.unwrap()
}

/// The server's own database. Not shared between tests: each has a runtime of its own.
async fn administrator() -> Database {
    Database::connect(&server::url("postgres").unwrap()).await.unwrap()
}

async fn one<V: Send>(
    executor: &impl Executor,
    sql: &str,
    read: impl FnMut(&mut dyn Row) -> tablewright::Result<V> + Send,
) -> V {
    executor.fetch_sql(sql, &[], read).await.unwrap().pop().unwrap()
}

/// Waits until so many connections of the database are in this state.
async fn until(server: &Database, name: &str, state: &str, wanted: i64) {
    let sql = format!("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = $1 AND {state}");
    let start = Instant::now();
    while server.fetch_sql(&sql, &[name.into()], |row| row.i64(0)).await.unwrap() != [wanted] {
        assert!(start.elapsed() < Duration::from_secs(30), "never {wanted} connections with {state}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn name_of(db: &Database) -> String {
    one(db, "SELECT current_database()::text", |row| row.get(0)).await
}

#[tokio::test]
async fn golden_files_run_as_they_stand() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    for case in case::all() {
        let file = source::root().join("tests/ddl").join(case.name).join("postgres.sql");
        let script = fs::read_to_string(&file).unwrap();
        let (create, drop) = script.split_once("-- drop\n").unwrap_or((&script, ""));
        for script in [create, drop] {
            let done = db.execute(Statement::built(script, Operation::Ddl), &[]).await;
            done.unwrap_or_else(|error| panic!("{}: {error}\n{script}", case.name));
        }
        let left = "SELECT COUNT(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace";
        assert_eq!(one(&db, left, |row| row.i64(0)).await, 0, "{} leaves something behind", case.name);
    }
}

#[tokio::test]
async fn a_killed_connection_is_told_and_the_next_call_works() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=3").await;
    Suite::create(&db).await.unwrap();
    let server = administrator().await;
    let name = name_of(&db).await;
    let kill = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1";
    for _ in 0..3 {
        // Three connections rest when they are killed.
        let open = [db.begin().await.unwrap(), db.begin().await.unwrap(), db.begin().await.unwrap()];
        for transaction in open {
            transaction.rollback().await.unwrap();
        }
        server.fetch_sql(kill, &[name.as_str().into()], |row| row.bool(0)).await.unwrap();
        let error = Counter::dao(&db).all().await.unwrap_err();
        assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
        for _ in 0..3 {
            assert_eq!(Counter::dao(&db).all().await.unwrap(), []);
        }
    }

    // In the middle of a transaction it is over, and nothing of it is kept.
    let transaction = db.begin().await.unwrap();
    Counter::dao(&transaction).create(NewCounter::new("lost", 1_i64)).await.unwrap();
    server.fetch_sql(kill, &[name.as_str().into()], |row| row.bool(0)).await.unwrap();
    let error = transaction.commit().await.unwrap_err();
    assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
    assert_eq!(Counter::dao(&db).all().await.unwrap(), []);

    // A transaction that begins on a dead connection gets another one: nothing was lost.
    server.fetch_sql(kill, &[name.as_str().into()], |row| row.bool(0)).await.unwrap();
    db.begin().await.unwrap().rollback().await.unwrap();

    // So do all that begin at once on dead connections, none waiting for what another holds.
    for transaction in [db.begin().await.unwrap(), db.begin().await.unwrap(), db.begin().await.unwrap()] {
        transaction.rollback().await.unwrap();
    }
    server.fetch_sql(kill, &[name.as_str().into()], |row| row.bool(0)).await.unwrap();
    let start = Instant::now();
    let (one, two, three) = tokio::join!(db.begin(), db.begin(), db.begin());
    for transaction in [one, two, three] {
        transaction.unwrap().rollback().await.unwrap();
    }
    assert!(start.elapsed() < Duration::from_secs(25), "{:?}", start.elapsed());

    // A statement that runs is stopped.
    let running = tokio::spawn({
        let db = db.clone();
        async move { db.execute_sql("SELECT pg_sleep(60)", &[]).await.unwrap_err().kind() }
    });
    until(&server, &name, "wait_event = 'PgSleep'", 1).await;
    server.fetch_sql(kill, &[name.as_str().into()], |row| row.bool(0)).await.unwrap();
    assert_eq!(running.await.unwrap(), Kind::ConnectionLost);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_statement_takes_no_effect_and_leaves_the_pool_in_order() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let (server, name) = (administrator().await, name_of(&db).await);
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 0_i64)).await.unwrap();
    for _ in 0..5 {
        // It waits for the row that this transaction holds, and is cancelled there.
        let holder = db.begin().await.unwrap();
        Counter::dao(&holder).patch("a", Counter::patch().add(Counter::VALUE, 0_i64)).await.unwrap();
        let waiter = tokio::spawn({
            let db = db.clone();
            async move { Counter::dao(&db).patch("a", Counter::patch().set(Counter::VALUE, 1_i64)).await }
        });
        until(&server, &name, "wait_event_type = 'Lock'", 1).await;
        waiter.abort();
        assert!(waiter.await.unwrap_err().is_cancelled());
        // Its connection is gone at once, not when the lock is free for it to take.
        until(&server, &name, "wait_event_type = 'Lock'", 0).await;
        holder.rollback().await.unwrap();
        assert_eq!(counters.get("a").await.unwrap().value, 0);
    }

    // A query that is cut off at any moment of it.
    for micros in (0..4_000).step_by(100) {
        let rows = db.fetch_sql("SELECT repeat('x', 1000), n FROM generate_series(1, 2000) n", &[], |row| row.i32(1));
        tokio::time::timeout(Duration::from_micros(micros), rows).await.ok();
    }
    for n in 0..10_i64 {
        let sum = db.fetch_sql("SELECT $1 + 1", &[Param::I64(n)], |row| row.i64(0)).await.unwrap();
        assert_eq!(sum, [n + 1]);
    }
    let open = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()";
    load::until("what was cut off is closed", async || one(&db, open, |row| row.i64(0)).await <= 2).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_tasks_share_ten_connections() {
    if !is_there() {
        return;
    }
    let db = empty(load::SETTINGS).await;
    Suite::create(&db).await.unwrap();
    load::hold(&db, "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()").await;
}

#[tokio::test]
async fn after_an_error_a_transaction_is_only_rolled_back() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let authors = Author::dao(&db);
    authors.create(NewAuthor::new("there")).await.unwrap();
    let transaction = db.begin().await.unwrap();
    let inside = Author::dao(&transaction);
    inside.create(NewAuthor::new("before")).await.unwrap();
    assert_eq!(inside.create(NewAuthor::new("there")).await.unwrap_err().kind(), Kind::Unique);
    let error = inside.all().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage, "{error}");
    // The server would call this a success.
    let error = transaction.commit().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage, "{error}");
    assert_eq!(authors.all().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_query_by_hand_that_writes_is_refused_where_nothing_is_to_be_written() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    db.execute_sql("CREATE SEQUENCE series", &[]).await.unwrap();
    let reader = db.read_only();
    for sql in [
        "SELECT * INTO copies FROM authors",
        "SELECT nextval('series')",
        "SELECT setval('series', 5)",
        "SELECT 1 FROM authors FOR UPDATE",
    ] {
        let error = reader.fetch_sql(sql, &[], |_| Ok(())).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Unsupported, "{sql}: {error}");
    }
    assert_eq!(one(&reader, "SELECT COUNT(*) FROM authors", |row| row.i64(0)).await, 0);
    // The connection writes again.
    assert_eq!(one(&db, "SELECT nextval('series')", |row| row.i64(0)).await, 1);
}

#[tokio::test]
async fn errors_repeat_no_value() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    db.execute_sql("CREATE TABLE notes (content text)", &[]).await.unwrap();
    db.execute_sql("INSERT INTO notes VALUES ('Zuma(')", &[]).await.unwrap();
    let told = async |sql: &str, params: &[Param<'_>]| {
        let error = db.fetch_sql(sql, params, |_| Ok(())).await.unwrap_err();
        assert!(matches!(error.kind(), Kind::Syntax | Kind::MissingObject), "{sql}: {error}");
        format!("{error} {error:?}")
    };
    for (sql, has_parameter) in [
        ("SELECT to_tsquery($1)::text", true),
        ("SELECT to_tsquery(content)::text FROM notes", false),
        ("SELECT $1::text::regclass::text", true),
        ("SELECT content::regclass::text FROM notes", false),
    ] {
        let params = if has_parameter { &["Zuma(".into()][..] } else { &[] };
        let told = told(sql, params).await;
        assert!(!told.to_lowercase().contains("zuma") && told.contains("with code 42"), "{sql}: {told}");
    }
    // What the statement says itself is told.
    for sql in ["SELECT Zuma FROM notes", "SELECT * FROM Zuma", "Zuma 1", "DROP TABLE Zuma", "DROP TYPE Zuma"] {
        let told = told(sql, &[]).await;
        assert!(told.to_lowercase().contains("zuma"), "{sql}: {told}");
    }
}

/// What a change of the schema is refused for is said in the server's words, but not what a trigger says at the end.
#[tokio::test]
async fn a_change_that_is_refused_says_why() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    for sql in [
        "CREATE TABLE towns (id int PRIMARY KEY, size int)",
        "CREATE TABLE streets (town int CONSTRAINT in_town REFERENCES towns)",
        "CREATE TYPE colour AS ENUM ('red')",
        "CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'size %', NEW.size; END $$",
        "CREATE CONSTRAINT TRIGGER tells AFTER INSERT ON towns DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tell()",
    ] {
        db.execute_sql(sql, &[]).await.unwrap();
    }
    for operation in [Operation::Ddl, Operation::Other] {
        let told = async |sql: &str| {
            let tx = db.begin().await.unwrap();
            let added = Statement::built("ALTER TYPE colour ADD VALUE 'green'", operation);
            tx.execute(added, &[]).await.unwrap();
            let error = tx.execute(Statement::built(sql, operation), &[]).await.unwrap_err();
            tx.rollback().await.unwrap();
            error
        };
        let error = told("DROP TABLE towns").await;
        assert_eq!(
            (error.kind(), error.to_string().as_str()),
            (
                Kind::Other,
                "cannot drop table towns because other objects depend on it: constraint in_town on table streets depends on \
                 table towns (drop these first, or all of it with CASCADE)"
            )
        );
        let error = told("CREATE INDEX CONCURRENTLY i ON towns (size)").await;
        assert_eq!(error.kind(), Kind::Usage);
        assert!(error.to_string().contains("cannot run inside a transaction block"), "{error}");
        let error = told("ALTER TABLE towns ALTER size ADD GENERATED ALWAYS AS IDENTITY").await;
        assert!(error.to_string().contains("must be declared NOT NULL"), "{error}");
        let error = told("CREATE TABLE cars (colour colour DEFAULT 'green')").await;
        assert!(error.to_string().contains("unsafe use of new value"), "{error}");
        let error = told("DO $$ BEGIN RAISE EXCEPTION 'no way'; END $$").await;
        let is_told = operation == Operation::Ddl;
        assert_eq!(error.to_string() == "no way", is_told, "{error}");
        assert_eq!(error.to_string().contains("with code P0001"), !is_told, "{error}");
    }
    let tx = db.begin().await.unwrap();
    tx.execute_sql("INSERT INTO towns VALUES (1, 4711)", &[]).await.unwrap();
    let error = tx.commit().await.unwrap_err();
    assert!(!format!("{error} {error:?}").contains("4711"), "{error:?}");
}

#[tokio::test]
async fn a_statement_cut_off_in_a_transaction_is_never_committed() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let slow = "INSERT INTO counters (name, value) SELECT 'slow', 1 FROM pg_sleep(0.6)";
    let failing = "INSERT INTO counters (name, value) SELECT NULL, 1 FROM pg_sleep(0.6)";
    let short = Duration::from_millis(50);
    for sql in [slow, failing] {
        // Alone: it is gone with the transaction.
        let transaction = db.begin().await.unwrap();
        load::cut_off(short, transaction.execute_sql(sql, &[])).await;
        let error = transaction.execute_sql("SELECT 1", &[]).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");
        let error = transaction.commit().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");

        // Behind a savepoint: it is undone, and the rest is kept.
        let transaction = db.begin().await.unwrap();
        Counter::dao(&transaction).create(NewCounter::new(format!("kept {}", sql.len()), 1_i64)).await.unwrap();
        let inner = transaction.begin().await.unwrap();
        load::cut_off(short, inner.execute_sql(sql, &[])).await;
        drop(inner);
        Counter::dao(&transaction).create(NewCounter::new(format!("after {}", sql.len()), 1_i64)).await.unwrap();
        transaction.commit().await.unwrap();

        let transaction = db.begin().await.unwrap();
        load::cut_off(short, transaction.execute_sql(sql, &[])).await;
        transaction.rollback().await.unwrap();
    }
    let names: Vec<_> = Counter::dao(&db).all().await.unwrap().into_iter().map(|row| row.name).collect();
    assert_eq!(names.len(), 4, "{names:?}");
    assert!(!names.contains(&"slow".to_owned()));
}

#[tokio::test]
async fn one_text_with_other_types_is_another_statement() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    let sql = "SELECT CAST($1 AS text)";
    let values = [
        (Param::I64(1), "1"),
        (Param::F64(1.5), "1.5"),
        (Param::I32(2), "2"),
        (Param::Text("x".into()), "x"),
        (Param::Bool(true), "true"),
    ];
    for _ in 0..3 {
        for (value, text) in &values {
            let read = db.fetch_sql(sql, std::slice::from_ref(value), |row| row.get::<String>(0)).await.unwrap();
            assert_eq!(read, [*text]);
        }
    }
}

#[tokio::test]
async fn a_table_that_changes_under_a_prepared_statement_is_read_anew() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 7_i64)).await.unwrap();
    counters.get("a").await.unwrap();
    db.execute_sql("ALTER TABLE counters ALTER COLUMN value TYPE smallint", &[]).await.unwrap();
    assert_eq!(counters.get("a").await.unwrap().value, 7);
    db.execute_sql("DEALLOCATE ALL", &[]).await.unwrap();
    assert_eq!(counters.get("a").await.unwrap().value, 7);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_kept_as_it_was_sent_when_its_column_was_a_number() {
    if !is_there() {
        return;
    }
    retyped::by_ourselves(&fresh::url("postgres", "retyped").await).await;
    let (before, new) = retyped::by_others(&fresh::url("postgres", "retyped").await).await;
    assert_eq!([before, new], [retyped::TEXTS, retyped::TEXTS]);
}

#[tokio::test]
async fn many_rows_go_in_few_statements() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    let rows = |name: &'static str, count: i32| {
        (0..count).map(move |n| NewCounter::new(format!("{name}{n}"), i64::from(n)).extra((n % 2 == 0).then_some(n)))
    };
    let start = Instant::now();
    counters.create_many(rows("a", 20_000).collect()).await.unwrap();
    println!("20000 rows took {:?}", start.elapsed());
    assert_eq!(counters.count(Counter::EXTRA.is_null()).await.unwrap(), 10_000);
    assert_eq!(counters.get("a19999").await.unwrap().value, 19_999);
    // The last row of the last piece is there already.
    let error = counters.create_many(rows("b", 7_000).chain(rows("a", 1)).collect()).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique);
    assert_eq!(counters.count(Condition::all()).await.unwrap(), 20_000);
    db.transaction(async |tx| {
        let inside = Counter::dao(tx);
        inside.create_many(rows("b", 7_000).chain(rows("a", 1)).collect()).await.unwrap_err();
        inside.create_many(rows("c", 3).collect()).await
    })
    .await
    .unwrap();
    assert_eq!(counters.count(Condition::all()).await.unwrap(), 20_003);
}

#[tokio::test]
async fn an_error_of_reading_leaves_the_connection_in_order() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    let error = db.fetch_sql("SELECT n, NULL FROM generate_series(1, 1000) n", &[], |row| row.get::<i32>(1)).await;
    let error = error.unwrap_err();
    assert_eq!(error.kind(), Kind::Decode, "{error}");
    let error = db.fetch_sql("SELECT 'x' AS word", &[], |row| row.get::<i64>(0)).await.unwrap_err();
    assert!(error.to_string().contains("column `word`"), "{error}");
    assert!(one(&db, "SELECT 'infinity'::timestamptz", |row| Ok(row.timestamp_tz(0).is_err())).await);
    assert_eq!(one(&db, "SELECT current_setting('TimeZone')", |row| row.get::<String>(0)).await, "UTC");
}

#[tokio::test]
async fn who_is_not_let_in_is_told_why() {
    let Some(url) = server::url("postgres") else { return };
    let (place, _) = url.rsplit_once('/').unwrap();
    let error = Database::connect(&format!("{place}/no_such_database")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(error.to_string().contains("no_such_database"), "{error}");
    secrets::are_kept_by_server(&url).await;
    let error = Database::connect("postgres://me:secret@127.0.0.1:1/db").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(error.to_string().contains("127.0.0.1:1"), "{error}");
    assert!(!format!("{error:?}").contains("secret"), "{error:?}");
}

/// No server with Citus can be had: what would be asked for is written where it would stand.
#[tokio::test]
async fn citus_is_known_by_its_extension() {
    if !is_there() {
        return;
    }
    let url = fresh::url("postgres", "live").await;
    let db = Database::connect(&url).await.unwrap();
    assert_eq!(db.product().unwrap().name, ProductName::Postgres);
    assert!(db.capabilities().foreign_keys);
    let extension = "INSERT INTO pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion) \
                     VALUES (4294967000, 'citus', 10, 11, false, '12.1-1')";
    db.execute_sql(extension, &[]).await.unwrap();
    let db = Database::connect(&url).await.unwrap();
    assert_eq!(db.product().unwrap().to_string(), "PostgreSQL with Citus 12.1-1");
    assert!(!db.capabilities().foreign_keys);
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

#[tokio::test]
async fn the_zone_of_a_database_a_role_or_a_session_changes_no_instant() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    let (server, name) = (administrator().await, name_of(&db).await);
    let url = server::url("postgres").unwrap();
    let (place, _) = url.rsplit_once('/').unwrap();
    let new = async || Database::connect(&format!("{place}/{name}?pool_size=1")).await.unwrap();
    let role = one(&server, "SELECT current_user::text", |row| row.get::<String>(0)).await;
    let zones = [
        format!("ALTER DATABASE {name} SET timezone TO 'America/St_Johns'"),
        format!("ALTER ROLE \"{role}\" IN DATABASE {name} SET timezone TO 'Pacific/Kiritimati'"),
        format!("ALTER DATABASE {name} SET datestyle TO 'German, DMY'"),
        format!("ALTER DATABASE {name} SET intervalstyle TO 'sql_standard'"),
    ];
    zones::hold(&server, &zones, &db, new).await;
    zones::hold_in_a_session(
        &new().await,
        &["SET TIME ZONE 'Asia/Kathmandu'", "SET TIME ZONE INTERVAL '-09:30' HOUR TO MINUTE", "SET TIME ZONE DEFAULT"],
    )
    .await;
    // Somebody else's notation is an instant all the same.
    let instant = "SELECT TIMESTAMPTZ '2024-07-01 12:00:00 America/St_Johns'";
    assert_eq!(one(&db, instant, |row| row.get::<DateTime<Utc>>(0)).await.to_rfc3339(), "2024-07-01T14:30:00+00:00");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_savepoint_cut_off_at_any_moment_is_there_or_not() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    savepoints::hold(&db).await;
    savepoints::are_returned_to(&db).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_transaction_is_undone_whatever_still_runs_in_it() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=1").await;
    Suite::create(&db).await.unwrap();
    rollbacks::hold(&db, "SELECT pg_sleep(120)").await;
}

#[tokio::test]
async fn a_database_has_any_name() {
    let Some(url) = server::url("postgres") else { return };
    let (server, name) = (administrator().await, format!("{}_{}", std::process::id(), names::NAME));
    server.execute_sql(&format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)"), &[]).await.unwrap();
    server.execute_sql(&format!("CREATE DATABASE \"{name}\" TEMPLATE template0"), &[]).await.unwrap();
    let (place, _) = url.rsplit_once('/').unwrap();
    names::hold(&name, |name| format!("{place}/{name}")).await;
    server.execute_sql(&format!("DROP DATABASE \"{name}\" WITH (FORCE)"), &[]).await.unwrap();
}
