//! What is tested alike on MySQL and MariaDB.

use std::fs;
use std::time::{Duration, Instant};

use tablewright::driver::{Operation, Statement};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Param, Row, Transaction};
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::golden::case;
use tablewright_tests::live::{deadlock, load, names, rollbacks, row_sizes, savepoints};
use tablewright_tests::secrets;
use tablewright_tests::server::fresh;
use tablewright_tests::table::Suite;
use tablewright_tests::table::people::{Counter, NewCounter};
use tablewright_tests::{server, source};

use crate::ENGINE;

/// The server, each time with a new database.
pub struct Server;

impl EngineUnderTest for Server {
    async fn database(&self) -> Database {
        let db = empty("").await;
        Suite::create(&db).await.unwrap();
        db
    }

    fn lacks(&self, ability: Ability) -> bool {
        match ability {
            // MariaDB reads documents of 32 levels (https://mariadb.com/docs/server/reference/data-types/string-data-types/json).
            Ability::DeepDocuments => ENGINE == "mariadb",
            Ability::ReadsBesideAWriter
            | Ability::WritersBesideEachOther
            | Ability::ExpressionDefaults
            | Ability::Microseconds
            | Ability::LongLists
            | Ability::UnpaddedComparison
            | Ability::DecimalDivision => false,
        }
    }
}

pub fn is_there() -> bool {
    server::url(ENGINE).is_some()
}

/// A new database without tables.
pub async fn empty(settings: &str) -> Database {
    let url = fresh::url(ENGINE, "live").await;
    Database::connect(&format!("{url}{settings}")).await.unwrap()
}

/// The same database, over connections of its own.
pub async fn again(db: &Database, settings: &str) -> Database {
    let name = one(db, "SELECT DATABASE()", |row| row.get::<String>(0)).await;
    let url = server::url(ENGINE).unwrap();
    let (place, _) = url.rsplit_once('/').unwrap();
    Database::connect(&format!("{place}/{name}?{settings}")).await.unwrap()
}

/// The server's own database. Not shared between tests: each has a runtime of its own.
pub async fn administrator() -> Database {
    Database::connect(&server::url(ENGINE).unwrap()).await.unwrap()
}

pub async fn one<V: Send>(
    executor: &impl Executor,
    sql: &str,
    read: impl FnMut(&mut dyn Row) -> tablewright::Result<V> + Send,
) -> V {
    executor.fetch_sql(sql, &[], read).await.unwrap().pop().unwrap()
}

/// What tells the numbers, databases and states of connections. MySQL's `PROCESSLIST` also reads the statements that they run,
/// and fails where one of another test is not UTF-8; MariaDB's threads are not in its performance schema.
pub fn connections() -> &'static str {
    match ENGINE {
        "mariadb" => "(SELECT ID AS id, DB AS db, STATE AS state FROM INFORMATION_SCHEMA.PROCESSLIST) AS connections",
        _ => {
            "(SELECT PROCESSLIST_ID AS id, PROCESSLIST_DB AS db, PROCESSLIST_STATE AS state FROM performance_schema.threads) \
             AS connections"
        }
    }
}

/// Kills all connections of a database but the one that asks.
pub async fn kill_all(server: &Database, name: &str) {
    let list = &format!("SELECT CAST(id AS SIGNED) FROM {} WHERE db = ?", connections());
    for number in server.fetch_sql(list, &[name.into()], |row| row.i64(0)).await.unwrap() {
        // It may have gone by itself.
        server.execute(Statement::built(&format!("KILL {number}"), Operation::Ddl), &[]).await.ok();
    }
    // They go when they notice.
    let are_gone = async || server.fetch_sql(list, &[name.into()], |row| row.i64(0)).await.unwrap().is_empty();
    load::until("the connections are gone", are_gone).await;
}

/// Cuts a statement of a transaction off when it is seen to sleep, over another connection. Before that it may not have been
/// prepared, and what is cut off then costs the connection.
pub async fn cut_off_asleep(other: &Database, tx: &Transaction, sql: &str) {
    let number = one(tx, "SELECT CONNECTION_ID()", |row| row.i64(0)).await;
    // https://dev.mysql.com/doc/refman/8.4/en/general-thread-states.html
    let asleep = format!("SELECT COUNT(*) FROM {} WHERE id = {number} AND state = 'User sleep'", connections());
    let is_asleep = async || one(other, &asleep, |row| row.i64(0)).await == 1;
    load::cut_off_at(load::until("it sleeps", is_asleep), tx.execute_sql(sql, &[])).await;
}

#[tokio::test]
async fn the_server_says_what_it_is() {
    if !is_there() {
        return;
    }
    let db = administrator().await;
    assert_eq!(db.dialect().name(), ENGINE);
    let version = db.version().await.unwrap();
    assert_eq!(version.contains("MariaDB"), ENGINE == "mariadb", "{version}");
    assert!(db.pool().unwrap().open >= 1);
}

#[tokio::test]
async fn golden_files_run_as_they_stand() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    for case in case::all() {
        let file = source::root().join("tests/ddl").join(case.name).join(format!("{ENGINE}.sql"));
        let script = fs::read_to_string(&file).unwrap();
        let (create, drop) = script.split_once("-- drop\n").unwrap_or((&script, ""));
        for script in [create, drop] {
            for statement in script.split(";\n").map(str::trim) {
                let code: Vec<&str> = statement.lines().filter(|line| !line.starts_with("-- ")).collect();
                let code = code.join("\n");
                if code.trim().is_empty() {
                    continue;
                }
                let done = db.execute(Statement::built(&code, Operation::Ddl), &[]).await;
                done.unwrap_or_else(|error| panic!("{}: {error}: {:?}\n{code}", case.name, error));
            }
        }
        let left = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = DATABASE()";
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
    let name: String = one(&db, "SELECT DATABASE()", |row| row.get(0)).await;
    for _ in 0..3 {
        // Three connections rest when they are killed.
        let open = [db.begin().await.unwrap(), db.begin().await.unwrap(), db.begin().await.unwrap()];
        for transaction in open {
            transaction.rollback().await.unwrap();
        }
        kill_all(&server, &name).await;
        let error = Counter::dao(&db).all().await.unwrap_err();
        assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
        for _ in 0..3 {
            assert_eq!(Counter::dao(&db).all().await.unwrap(), []);
        }
    }

    // In the middle of a transaction it is over, and nothing of it is kept.
    let transaction = db.begin().await.unwrap();
    Counter::dao(&transaction).create(NewCounter::new("lost", 1_i64)).await.unwrap();
    kill_all(&server, &name).await;
    let error = transaction.commit().await.unwrap_err();
    assert_eq!(error.kind(), Kind::ConnectionLost, "{error}");
    assert_eq!(Counter::dao(&db).all().await.unwrap(), []);

    // A transaction that begins on a dead connection gets another one: nothing was lost.
    kill_all(&server, &name).await;
    db.begin().await.unwrap().rollback().await.unwrap();

    // So do all that begin at once on dead connections, none waiting for what another holds.
    for transaction in [db.begin().await.unwrap(), db.begin().await.unwrap(), db.begin().await.unwrap()] {
        transaction.rollback().await.unwrap();
    }
    kill_all(&server, &name).await;
    let start = Instant::now();
    let (one, two, three) = tokio::join!(db.begin(), db.begin(), db.begin());
    for transaction in [one, two, three] {
        transaction.unwrap().rollback().await.unwrap();
    }
    assert!(start.elapsed() < Duration::from_secs(25), "{:?}", start.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_statement_takes_no_effect_and_leaves_the_pool_in_order() {
    if !is_there() {
        return;
    }
    let db = empty("pool_size=2").await;
    Suite::create(&db).await.unwrap();
    let counters = Counter::dao(&db);
    counters.create(NewCounter::new("a", 0_i64)).await.unwrap();
    for _ in 0..3 {
        // It waits for the row that this transaction holds, and is cancelled there.
        let holder = db.begin().await.unwrap();
        Counter::dao(&holder).patch("a", Counter::patch().set(Counter::VALUE, 7_i64)).await.unwrap();
        let waiter = tokio::spawn({
            let db = db.clone();
            async move { Counter::dao(&db).patch("a", Counter::patch().set(Counter::VALUE, 1_i64)).await }
        });
        tokio::time::sleep(Duration::from_millis(50)).await;
        waiter.abort();
        assert!(waiter.await.unwrap_err().is_cancelled());
        // Once its connection is gone it cannot take the lock when it is free.
        load::until("its connection is gone", async || db.pool().unwrap().open == 1).await;
        holder.rollback().await.unwrap();
        assert_eq!(counters.get("a").await.unwrap().value, 0);
    }

    // A query that is cut off at any moment of it.
    counters.create_many((0..500).map(|n| NewCounter::new(format!("n{n}"), n)).collect()).await.unwrap();
    for micros in (0..4_000).step_by(200) {
        tokio::time::timeout(Duration::from_micros(micros), counters.all().into_future()).await.ok();
    }
    for n in 0..10_i64 {
        let sum = db.fetch_sql("SELECT CAST(? AS SIGNED) + 1", &[Param::I64(n)], |row| row.i64(0)).await.unwrap();
        assert_eq!(sum, [n + 1]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadlock_is_told_and_tried_again() {
    if is_there() {
        deadlock::holds(&Server.database().await, Kind::Deadlock).await;
    }
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
async fn who_is_not_let_in_is_told_why() {
    let Some(url) = server::url(ENGINE) else { return };
    let (place, _) = url.rsplit_once('/').unwrap();
    let error = Database::connect(&format!("{place}/no_such_database")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    secrets::are_kept_by_server(&url).await;
    let error = Database::connect(&format!("{ENGINE}://me:secret@127.0.0.1:1/db")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(error.to_string().contains("127.0.0.1:1"), "{error}");
    assert!(!format!("{error:?}").contains("secret"), "{error:?}");
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
    rollbacks::hold(&db, "SELECT SLEEP(120)").await;
}

#[tokio::test]
async fn a_database_has_any_name() {
    let Some(url) = server::url(ENGINE) else { return };
    // No character of a name is above U+FFFF (https://dev.mysql.com/doc/refman/8.4/en/identifiers.html).
    let name: String = names::NAME.chars().filter(|character| *character <= '\u{ffff}').collect();
    let name = format!("{}_{name}", std::process::id());
    let server = administrator().await;
    server.execute_sql(&format!("DROP DATABASE IF EXISTS `{name}`"), &[]).await.unwrap();
    server.execute_sql(&format!("CREATE DATABASE `{name}`"), &[]).await.unwrap();
    let (place, _) = url.rsplit_once('/').unwrap();
    names::hold(&name, |name| format!("{place}/{name}")).await;
    server.execute_sql(&format!("DROP DATABASE `{name}`"), &[]).await.unwrap();
}

/// A text of any length behind a type of one's own: an index holds the beginning of it, as of any other.
#[derive(Debug, Clone, PartialEq, ColumnType)]
struct Story(String);

#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "tales")]
struct Tale {
    #[column(primary_key)]
    id: i64,
    #[index]
    story: Story,
}

schema! {
    struct Tales {
        tables: [Tale],
        dialects: [mysql, mariadb],
    }
}

#[tokio::test]
async fn a_type_of_ones_own_is_in_an_index_as_what_it_stands_for() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Tales::create(&db).await.unwrap();
    let drift = Tales::verify(&db).await.unwrap();
    assert!(drift.is_empty(), "{drift}");
    let tales = Tale::dao(&db);
    let tale = tales.create(NewTale::new(1_i64, Story("once ".repeat(1_000)))).await.unwrap();
    assert_eq!(tales.find_by_story(&tale.story).await.unwrap(), [tale]);
}

#[tokio::test]
async fn a_row_has_room_for_as_many_columns_as_we_say() {
    if is_there() {
        row_sizes::are_known(&empty("").await).await;
    }
}
