//! A table that somebody else holds.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use tablewright::driver::Limits;
use tablewright::migrate::Event;
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator, Retry};

use super::set;

const LOCK: Duration = Duration::from_secs(1);
/// What a busy machine may add.
const SLACK: Duration = Duration::from_secs(30);

/// It gives up in time and says why; readers wait no longer than it does; and it gets through when the table is free.
pub async fn it_gives_up_in_time_and_tries_again(db: &Database) {
    assert!(Limits::default().lock < Duration::from_secs(10), "nobody is kept waiting for long");
    let change = needs_the_table(db);
    let row = match db.dialect().name() {
        // Its connections have a limit of ten seconds anyway, so that the time would not tell whether this one holds.
        "firebird" => {
            "INSERT INTO mig_a (id, n) SELECT 1, MON$LOCK_TIMEOUT FROM MON$TRANSACTIONS \
             WHERE MON$TRANSACTION_ID = CURRENT_TRANSACTION"
        }
        _ => "INSERT INTO mig_a (id, n) VALUES (1, 1)",
    };
    let up = ["CREATE TABLE mig_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)", row];
    let files = [
        ("000.json", json!({ "version": "000", "name": "table", "up_sql": up }).to_string()),
        ("001.json", json!({ "version": "001", "name": "change", "up_sql": [change] }).to_string()),
    ];
    let migrator =
        || Migrator::new(db, files.iter().map(|(name, text)| (*name, text.as_str()))).unwrap().lock_timeout(LOCK);
    migrator().migrate_to("000").await.unwrap();
    let limit = db.fetch_sql("SELECT n FROM mig_a", &[], |row| row.get::<i32>(0)).await.unwrap();
    assert_eq!(limit, [1]);
    let blocker = db.begin().await.unwrap();
    blocker.execute_sql("UPDATE mig_a SET n = 2", &[]).await.unwrap();
    let start = Instant::now();
    let impatient = migrator().lock_wait(runner_wait(db)).retry(Retry::default().tries(1));
    let error = impatient.migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    assert!(start.elapsed() < LOCK + SLACK, "{:?}", start.elapsed());
    let text = error.to_string();
    match db.dialect().one_writer() {
        true => assert!(text.starts_with("another runner or writer has this database"), "{text}"),
        false => {
            assert!(text.contains("migration `001`, statement 1 of 1: ") && text.contains("tried 1 times"), "{text}");
            assert!(text.contains("; open transactions: ") || text.contains("; look for transactions"), "{text}");
            assert!(!text.contains("UPDATE"), "{text}");
        }
    }

    let (is_free, retries, read) = (AtomicBool::new(false), Arc::new(AtomicUsize::new(0)), AtomicUsize::new(0));
    let counted = Arc::clone(&retries);
    let patient =
        migrator().retry(Retry::default().tries(60).waits(LOCK / 5, LOCK / 2)).observe(move |event: &Event<'_>| {
            if matches!(event, Event::Retrying { .. } | Event::WaitingForRunner { .. }) {
                counted.fetch_add(1, Ordering::Relaxed);
            }
        });
    let leaves = async {
        for tried in 1..=2 {
            until("it tries again", || retries.load(Ordering::Relaxed) >= tried).await;
            // The first may have begun before.
            let enough = read.load(Ordering::Relaxed) + 2;
            until("readers get through between two tries", || read.load(Ordering::Relaxed) >= enough).await;
        }
        blocker.rollback().await.unwrap();
        is_free.store(true, Ordering::Relaxed);
    };
    let reads = async {
        while !is_free.load(Ordering::Relaxed) {
            db.fetch_sql("SELECT COUNT(*) FROM mig_a", &[], |row| row.get::<i64>(0)).await.unwrap();
            read.fetch_add(1, Ordering::Relaxed);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let (runs, (), ()) = tokio::join!(patient.migrate_to_latest(), leaves, reads);
    assert_eq!(runs.unwrap().len(), 1);
    limits_are_nobody_elses(db).await;
}

/// How long a runner that is to be refused for a table waits for the lock of the runners. Where one connection writes, whoever
/// writes has that lock too, and it is what is refused; elsewhere it is free, and a slow machine is no other runner.
fn runner_wait(db: &Database) -> Duration {
    if db.dialect().one_writer() { LOCK } else { Duration::from_secs(60) }
}

/// Waits for what others do.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < Duration::from_secs(60), "never: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Whoever gets a connection after a migration has the limits that he had before.
async fn limits_are_nobody_elses(db: &Database) {
    let (ask, unlimited) = match db.dialect().name() {
        "sqlite" => return,
        "postgres" => ("SELECT current_setting('lock_timeout') || current_setting('statement_timeout')", "00"),
        "firebird" => (
            "SELECT a.MON$STATEMENT_TIMEOUT || ' ' || t.MON$LOCK_TIMEOUT FROM MON$ATTACHMENTS a, MON$TRANSACTIONS t \
             WHERE a.MON$ATTACHMENT_ID = CURRENT_CONNECTION AND t.MON$TRANSACTION_ID = CURRENT_TRANSACTION",
            "0 10",
        ),
        _ => ("SELECT CAST(@@lock_wait_timeout = @@global.lock_wait_timeout AS CHAR)", "1"),
    };
    let all = [db.begin().await.unwrap(), db.begin().await.unwrap(), db.begin().await.unwrap()];
    for transaction in all {
        let limit = transaction.fetch_sql(ask, &[], |row| row.get::<String>(0)).await.unwrap();
        assert_eq!(limit, [unlimited]);
        transaction.rollback().await.unwrap();
    }
}

/// A statement has a limit too, whether it changes tables or rows.
pub async fn what_takes_too_long_is_stopped(db: &Database) {
    for (number, slow) in slow(db).into_iter().enumerate() {
        let version = format!("00{number}");
        db.execute_sql(&format!("CREATE TABLE mig_t{number} (id INTEGER)"), &[]).await.unwrap();
        let slow = slow.replace("mig_a", &format!("mig_t{number}"));
        let file = json!({ "version": version, "name": "slow", "up_sql": [slow] }).to_string();
        let migrator = Migrator::new(db, [("slow.json", file.as_str())]).unwrap();
        let start = Instant::now();
        let error = migrator.statement_timeout(LOCK).migrate_to_latest().await.unwrap_err();
        assert_eq!(error.kind(), Kind::Timeout, "{error}");
        assert!(error.to_string().starts_with(&format!("migration `{version}`, statement 1 of 1: ")), "{error}");
        assert!(start.elapsed() < LOCK + SLACK + SLACK, "{:?}", start.elapsed());
        // The next one is the first again.
        set::forget_all(db).await;
    }
}

/// What a migration's own file says holds for it, whatever the runner says of the others, and a plan tells it.
pub async fn a_file_says_how_long(db: &Database) {
    let patient = Duration::from_secs(600);
    let change = needs_the_table(db);
    let up = ["CREATE TABLE mig_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)"];
    // On SQLite it is planned, and does not run.
    let slow = Some(slow(db)).filter(|slow| !slow.is_empty()).unwrap_or_else(|| vec!["SELECT 1"]);
    let files = [
        ("000.json", json!({ "version": "000", "name": "table", "up_sql": up }).to_string()),
        (
            "001.json",
            json!({ "version": "001", "name": "change", "up_sql": [change], "timeout": { "lock_ms": 1_000 } })
                .to_string(),
        ),
        (
            "002.json",
            json!({ "version": "002", "name": "slow", "up_sql": slow, "timeout": { "statement_ms": 1_000 } })
                .to_string(),
        ),
    ];
    let migrator = || {
        let migrator = Migrator::new(db, files.iter().map(|(name, text)| (*name, text.as_str()))).unwrap();
        migrator.lock_timeout(patient).statement_timeout(patient)
    };
    let impatient = || migrator().lock_wait(runner_wait(db)).retry(Retry::default().tries(1));
    let planned = migrator().plan().await.unwrap();
    let limits: Vec<_> = planned.iter().map(|planned| (planned.lock_timeout, planned.statement_timeout)).collect();
    assert_eq!(limits, [(patient, patient), (LOCK, patient), (patient, LOCK)]);

    migrator().migrate_to("000").await.unwrap();
    let blocker = db.begin().await.unwrap();
    blocker.execute_sql("INSERT INTO mig_a (id, n) VALUES (1, 1)", &[]).await.unwrap();
    let start = Instant::now();
    let error = impatient().migrate_to("001").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    assert!(start.elapsed() < LOCK + SLACK, "{:?}", start.elapsed());
    blocker.rollback().await.unwrap();
    migrator().migrate_to("001").await.unwrap();
    if db.dialect().name() == "sqlite" {
        // Its statements run to their end.
        return;
    }
    let start = Instant::now();
    let error = impatient().migrate_to("002").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Timeout, "{error}");
    assert!(start.elapsed() < LOCK + SLACK + SLACK, "{:?}", start.elapsed());
}

/// A statement that needs the table `mig_a` for itself on this engine.
fn needs_the_table(db: &Database) -> &'static str {
    match db.dialect().name() {
        "firebird" => "CREATE INDEX mig_n ON mig_a (n)",
        _ => "ALTER TABLE mig_a ADD note VARCHAR(20)",
    }
}

/// Statements that take long, where the engine lets them be stopped.
fn slow(db: &Database) -> Vec<&'static str> {
    match db.dialect().name() {
        "sqlite" => Vec::new(),
        "postgres" => vec!["SELECT pg_sleep(600)", "CREATE TABLE mig_slow AS SELECT pg_sleep(600)::text AS b"],
        "firebird" => {
            vec!["EXECUTE BLOCK AS DECLARE i BIGINT = 0; BEGIN WHILE (i < 100000000000) DO i = i + 1; END"]
        }
        _ => vec![
            "CREATE TABLE mig_slow AS SELECT COUNT(*) AS n FROM information_schema.columns a \
             JOIN information_schema.columns b JOIN information_schema.columns c",
            "INSERT INTO mig_a (id) SELECT SLEEP(600)",
        ],
    }
}
