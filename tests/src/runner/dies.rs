//! A runner that dies, and the next one.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::{Duration, Instant};

use tablewright::migrate::{Effect, Event};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator, Param};

use super::child;
use super::set::{self, migrator, seen};
use super::which::Which;
use crate::live::load;
use crate::process::Process;

/// How long the kills of one set may take, about, where an engine takes long for a migration.
const BUDGET: Duration = Duration::from_secs(25);
/// How often it is killed at the least.
const FEWEST: u32 = 6;

/// Killed at every event, there and back, and each time the next run ends as one that nobody disturbed. Of the migrations as the tool
/// writes them, on an engine that is slow, at events that are so far apart that there is time for all.
pub async fn killed_at_any_moment(url: &str, which: Which) {
    let (db, start) = (Database::connect(url).await.unwrap(), Instant::now());
    which.begin(&db).await;
    let events = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&events);
    let count = move |_: &Event<'_>| {
        counted.fetch_add(1, Ordering::Relaxed);
    };
    which.migrator(&db).observe(count).migrate_to_latest().await.unwrap();
    let above = which.seen(&db).await;
    assert_eq!(above.rows, which.rows());
    which.migrator(&db).rollback_to_version("001").await.unwrap();
    let below = which.seen(&db).await;
    let stops = u32::try_from(events.load(Ordering::Relaxed)).unwrap();
    let mut kills = 0;
    let mut kill_at = async |stop: usize| {
        let there = child::stopped_at(url, "", stop, which);
        let was_there = there.is_some();
        there.into_iter().for_each(Process::kill);
        // Like another process, with nothing prepared for tables as they were.
        let next = Database::connect(url).await.unwrap();
        let ran = which.migrator(&next).migrate_to_latest().await;
        ran.unwrap_or_else(|error| panic!("{which:?} killed at event {stop}: {error}"));
        assert_eq!(which.seen(&next).await, above, "{which:?} killed at event {stop}");
        next.close().await.unwrap();
        let back = child::stopped_at(url, "001", stop, which);
        let was_back = back.is_some();
        back.into_iter().for_each(Process::kill);
        let next = Database::connect(url).await.unwrap();
        let returned = which.migrator(&next).rollback_to_version("001").await;
        returned.unwrap_or_else(|error| panic!("{which:?} killed at event {stop} of the way back: {error}"));
        assert_eq!(which.seen(&next).await, below, "{which:?} killed at event {stop} of the way back");
        next.close().await.unwrap();
        kills += u32::from(was_there) + u32::from(was_back);
        was_there || was_back
    };
    let step = match which {
        Which::ByHand => 1,
        Which::Made => {
            let first = Instant::now();
            kill_at(usize::try_from(stops / 2).unwrap()).await;
            let affordable = BUDGET.as_millis() / first.elapsed().as_millis().max(1);
            stops.div_ceil(u32::try_from(affordable).unwrap_or(u32::MAX).clamp(FEWEST / 2, stops))
        }
    };
    for stop in (1..).step_by(usize::try_from(step).unwrap()) {
        if !kill_at(stop).await {
            break;
        }
    }
    assert!(kills >= if step == 1 { 20 } else { FEWEST - 1 }, "{kills} kills");
    let took = start.elapsed().as_secs_f32();
    println!("{}, {which:?}: killed {kills} times, at every {step}. event, in {took:.1} s", db.dialect());
    db.close().await.unwrap();
}

/// Killed while the server works on a statement, which some servers bring to its end all the same.
pub async fn in_a_long_statement(url: &str) {
    let db = Database::connect(url).await.unwrap();
    let slow = match db.dialect().name() {
        "mysql" | "mariadb" => format!("CREATE TABLE mig_slow AS SELECT {} AS b", slow_work(&db).await),
        "postgres" => "CREATE TABLE mig_slow AS SELECT pg_sleep(2)::text AS b".to_owned(),
        _ => return,
    };
    // Where the server goes on with it, it is waited for; a runner that comes when it has ended is late.
    for is_last in [false, false, true] {
        let waits = killed_in(url, &db, &slow).await;
        if db.dialect().transactional_ddl() || waits > 0 {
            break;
        }
        assert!(!is_last, "it was not waited for");
        set::forget_all(&db).await;
        db.execute_sql("DROP TABLE mig_slow", &[]).await.unwrap();
    }
    db.close().await.unwrap();
}

/// An expression with which MySQL or MariaDB are busy for about eight seconds.
async fn slow_work(db: &Database) -> String {
    let work = |times: u128| format!("BENCHMARK({times}, SHA2('a', 512))");
    let (times, mut fastest) = (500_000, Duration::MAX);
    // Whoever stands still meanwhile takes it for slower than it is.
    for _ in 0..3 {
        let start = Instant::now();
        db.fetch_sql(&format!("SELECT {}", work(times)), &[], |_| Ok(())).await.unwrap();
        fastest = fastest.min(start.elapsed());
    }
    work(times * 8_000 / fastest.as_millis().max(1))
}

/// Kills a runner in this statement, and lets the next one find out what became of it. How often that waited for it.
async fn killed_in(url: &str, db: &Database, slow: &str) -> usize {
    let file = serde_json::json!({ "version": "001", "name": "slow", "up_sql": [slow] }).to_string();
    let child = child::running(url, &file);
    match db.dialect().running_query() {
        Some(query) => {
            let runs = async || {
                let running = db.fetch_sql(query, &[], |row| row.get::<Option<String>>(0)).await;
                // Statements of others that are no text may be in the way of the answer.
                running.unwrap_or_default().iter().flatten().any(|text| text == slow)
            };
            load::until("the server works on it", runs).await;
        }
        None => tokio::time::sleep(Duration::from_millis(300)).await,
    }
    child.kill();
    let (waits, settled) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(None)));
    let (counted, kept) = (Arc::clone(&waits), Arc::clone(&settled));
    let migrator =
        Migrator::new(db, [("001.json", file.as_str())]).unwrap().observe(move |event: &Event<'_>| match event {
            Event::WaitingForStatement { .. } => drop(counted.fetch_add(1, Ordering::Relaxed)),
            Event::Settled { took_effect, .. } => *kept.lock().unwrap() = Some(*took_effect),
            _ => {}
        });
    // While somebody runs what is no text, MySQL does not tell what else runs.
    let odd = async {
        if !db.dialect().transactional_ddl() {
            db.fetch_sql("SELECT SLEEP(2), ?", &[Param::from(&[255_u8, 254][..])], |_| Ok(())).await.unwrap();
        }
    };
    let (ran, ()) = tokio::join!(migrator.migrate_to_latest(), odd);
    ran.unwrap();
    let rows = db.fetch_sql("SELECT COUNT(*) FROM mig_slow", &[], |row| row.get::<i64>(0)).await.unwrap();
    assert_eq!(rows, [1]);
    if !db.dialect().transactional_ddl() {
        // The server went on with it.
        assert_eq!(*settled.lock().unwrap(), Some(true));
    }
    waits.load(Ordering::Relaxed)
}

/// Rows that no transaction brings back are changed once: whether they were, somebody has to say.
pub async fn in_a_table_without_transactions(url: &str) {
    let db = Database::connect(url).await.unwrap();
    if !matches!(db.dialect().name(), "mysql" | "mariadb") {
        return;
    }
    db.execute_sql("CREATE TABLE mig_old (n INTEGER NOT NULL PRIMARY KEY) ENGINE=MyISAM", &[]).await.unwrap();
    db.execute_sql("INSERT INTO mig_old VALUES (1)", &[]).await.unwrap();
    let numbers =
        async || db.fetch_sql("SELECT n FROM mig_old ORDER BY n", &[], |row| row.get::<i32>(0)).await.unwrap();
    let file = |sql: &str| serde_json::json!({ "version": "001", "name": "old", "up_sql": [sql] }).to_string();
    let add = file("UPDATE mig_old SET n = n + 10");
    child::cut_off(url, &add, true).kill();
    let migrator = |file: &str| Migrator::new(&db, [("001.json", file)]).unwrap();
    let error = migrator(&add).migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.contains("nobody knows whether that took effect"), "{error}");
    migrator(&add).resolve("001", Effect::Took).await.unwrap();
    migrator(&add).migrate_to_latest().await.unwrap();
    assert_eq!(numbers().await, [11], "it ran once");

    // One that was refused half-way had an effect all the same.
    set::forget_all(&db).await;
    let twice = file("INSERT INTO mig_old VALUES (12), (11), (13)");
    let error = migrator(&twice).migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.contains("what it did to a table without transactions stays"), "{error}");
    assert_eq!(numbers().await, [11, 12]);
    assert!(migrator(&twice).migrate_to_latest().await.unwrap_err().to_string().contains("`resolve`"));
    db.close().await.unwrap();
}

/// What the state of the database does not show is asked about, and what only says how a statement runs does not hide what it is.
pub async fn in_what_no_catalog_shows(url: &str) {
    let db = Database::connect(url).await.unwrap();
    if !matches!(db.dialect().name(), "mysql" | "mariadb") {
        return;
    }
    for table in ["mig_x", "mig_y"] {
        db.execute_sql(&format!("CREATE TABLE {table} (n INTEGER)"), &[]).await.unwrap();
    }
    db.execute_sql("INSERT INTO mig_x VALUES (1)", &[]).await.unwrap();
    let number = async || db.fetch_sql("SELECT n FROM mig_y", &[], |row| row.get::<i32>(0)).await.unwrap();
    let file = |sql: &str| serde_json::json!({ "version": "001", "name": "n", "up_sql": [sql] }).to_string();
    let migrator = |file: &str| Migrator::new(&db, [("001.json", file)]).unwrap();
    let swap = file("RENAME TABLE mig_x TO mig_z, mig_y TO mig_x, mig_z TO mig_y");
    child::cut_off(url, &swap, true).kill();
    let error = migrator(&swap).migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.contains("nobody knows whether that took effect"), "{error}");
    migrator(&swap).resolve("001", Effect::Took).await.unwrap();
    migrator(&swap).migrate_to_latest().await.unwrap();
    assert_eq!(number().await, [1], "they swapped once");

    if db.dialect().name() == "mariadb" {
        for how in ["SET STATEMENT max_statement_time = 60 FOR", "ANALYZE"] {
            let before = number().await[0];
            set::forget_all(&db).await;
            let add = file(&format!("{how} UPDATE mig_y SET n = n + 1"));
            child::cut_off(url, &add, true).kill();
            migrator(&add).migrate_to_latest().await.unwrap();
            assert_eq!(number().await, [before + 1], "{how}");
        }
    }
    db.close().await.unwrap();
}

/// Only what the statement names tells whether it took effect: the tables of others do not.
pub async fn while_others_change_the_schema(url: &str) {
    let db = Database::connect(url).await.unwrap();
    let file = serde_json::json!({
        "version": "001", "name": "cut", "up_sql": ["CREATE TABLE mig_cut (id INTEGER)"], "down_sql": ["DROP TABLE mig_cut"],
        "way_back": crate::way_back::exact(),
    });
    let file = file.to_string();
    let migrator = || Migrator::new(&db, [("001.json", file.as_str())]).unwrap();
    child::cut_off(url, &file, false).kill();
    db.execute_sql("CREATE TABLE mig_other (id INTEGER)", &[]).await.unwrap();
    if db.dialect().transactional_ddl() {
        assert_eq!(migrator().migrate_to_latest().await.unwrap()[0].settled, None, "it was undone");
    } else {
        let error = migrator().migrate_to_latest().await.unwrap_err().to_string();
        let wanted = "then `resolve` it; others have changed the schema since, but nothing that it names";
        assert!(error.ends_with(wanted), "{}: {error}", db.dialect());
        migrator().resolve("001", Effect::None).await.unwrap();
        assert_eq!(migrator().migrate_to_latest().await.unwrap().len(), 1);
    }
    db.execute_sql("INSERT INTO mig_cut (id) VALUES (1)", &[]).await.unwrap();

    db.execute_sql("DROP TABLE mig_cut", &[]).await.unwrap();
    set::forget_all(&db).await;
    child::cut_off(url, &file, true).kill();
    db.execute_sql("DROP TABLE mig_other", &[]).await.unwrap();
    let runs = migrator().migrate_to_latest().await.unwrap();
    let settled = runs[0].settled.map(|settled| (settled.statement, settled.took_effect));
    assert_eq!(settled, (!db.dialect().transactional_ddl()).then_some((1, true)), "{}", db.dialect());
    db.close().await.unwrap();
}

/// Dropped after any number of polls, and each time the next run ends as one that nobody disturbed.
pub async fn dropped_at_any_moment(db: &Database) {
    migrator(db).migrate_to_latest().await.unwrap();
    let above = seen(db).await;
    migrator(db).rollback_to_version("001").await.unwrap();
    let below = seen(db).await;
    let (mut polls, mut drops) = (1, 0);
    loop {
        let there = migrator(db);
        let was_dropped = dropped_after(polls, there.migrate_to_latest()).await;
        migrator(db).migrate_to_latest().await.unwrap_or_else(|error| panic!("dropped after {polls} polls: {error}"));
        assert_eq!(seen(db).await, above, "dropped after {polls} polls");
        let back = migrator(db);
        let was_dropped_again = dropped_after(polls, back.rollback_to_version("001")).await;
        migrator(db)
            .rollback_to_version("001")
            .await
            .unwrap_or_else(|error| panic!("after {polls} polls back: {error}"));
        assert_eq!(seen(db).await, below, "dropped after {polls} polls of the way back");
        drops += u32::from(was_dropped) + u32::from(was_dropped_again);
        if !was_dropped && !was_dropped_again {
            break;
        }
        // Each of the first moments, and of the many later ones some.
        polls += 1 + polls / 3;
    }
    println!("{}: dropped {drops} times", db.dialect());
}

/// Drops a future after so many polls; whether it was not done before.
async fn dropped_after<T>(polls: usize, future: impl Future<Output = tablewright::Result<T>>) -> bool {
    let (mut future, mut count) = (Box::pin(future), 0);
    let ended = std::future::poll_fn(move |context| {
        if count == polls {
            return Poll::Ready(None);
        }
        count += 1;
        future.as_mut().poll(context).map(Some)
    });
    match ended.await {
        Some(result) => result.map(|_| false).unwrap(),
        None => true,
    }
}
