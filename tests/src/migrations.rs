//! What a runner of migrations promises, on any engine: each once, in order, and explained whatever dies on the way.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use tablewright::migrate::{AppliedMigration, Effect, Event, Progress, Standing};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};
use tablewright_schema::migration::checksum;

use crate::live::load;
use crate::runner::races::until;

/// Files of migrations, name and text.
struct Files(Vec<(String, String)>);

impl Files {
    fn new() -> Self {
        Self(Vec::new())
    }

    fn and(mut self, version: &str, dependencies: &[&str], up: &[&str], down: &[&str]) -> Self {
        let text = json!({
            "version": version,
            "name": format!("number {version}"),
            "description": "shows something",
            "dependencies": dependencies,
            "up_sql": up,
            "down_sql": down,
            "way_back": crate::way_back::exact(),
        });
        self.0.push((format!("{version}.json"), text.to_string()));
        self
    }

    fn on<'a>(&self, db: &'a Database) -> Migrator<'a> {
        self.try_on(db).unwrap()
    }

    fn try_on<'a>(&self, db: &'a Database) -> tablewright::Result<Migrator<'a>> {
        Migrator::new(db, self.0.iter().map(|(name, text)| (name.as_str(), text.as_str())))
    }
}

const A: &str = "CREATE TABLE mig_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)";
const B: &str = "CREATE TABLE mig_b (id INTEGER NOT NULL PRIMARY KEY)";
const ROW: &str = "INSERT INTO mig_a (id, n) VALUES (1, 1)";

fn three() -> Files {
    Files::new()
        .and("003", &["001"], &["UPDATE mig_a SET n = n + 1"], &["UPDATE mig_a SET n = n - 1"])
        .and("001", &[], &[A, ROW], &["DROP TABLE mig_a"])
        .and("002", &[], &[B], &["DROP TABLE mig_b"])
}

/// A question that some rows fail: nothing has been touched, and once they are mended it goes on.
async fn rows_that_do_not_fit_are_told_first(db: &Database) {
    let asking = |sql: &str| {
        let mut files = Files::new().and("001", &[], &[A, ROW], &[]).and("002", &["001"], &[B], &[]);
        let mut file: serde_json::Value = serde_json::from_str(&files.0[1].1).unwrap();
        let questions = json!([
            { "sql": sql, "message": "`mig_a.n` is 1" }, { "sql": "SELECT COUNT(*) FROM mig_a", "message": "there are rows" },
        ]);
        file["preflight"] = json!({ db.dialect().name(): questions });
        files.0[1].1 = file.to_string();
        files
    };
    let files = asking("SELECT COUNT(*) FROM mig_a WHERE n = 1");
    let error = files.on(db).migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage);
    let text = error.to_string();
    assert!(text.contains("nothing of it was touched, but what ran before it took effect: 1 times: `mig_a.n` is 1; 1 times: there are rows"), "{text}");
    assert!(matches!(files.on(db).status().await.unwrap()[1].standing, Standing::Pending));
    let text = files.on(db).migrate_to_latest().await.unwrap_err().to_string();
    assert!(text.contains("and nothing was touched: 1 times: "), "of a run that begins with it: {text}");
    db.execute_sql("DELETE FROM mig_a", &[]).await.unwrap();
    assert_eq!(files.on(db).migrate_to_latest().await.unwrap().len(), 1);
}

/// All promises, each on an empty database.
pub async fn everything(empty: impl AsyncFn() -> Database) {
    there_and_back(&empty().await).await;
    a_refused_statement_is_named_and_gone_on_from(&empty().await).await;
    two_runners_run_each_once(&empty().await).await;
    rows_that_do_not_fit_are_told_first(&empty().await).await;
    what_disagrees_is_explained(&empty().await).await;
    a_dead_runner_leaves_a_question(&empty().await).await;
    a_held_lock_is_told(&empty().await).await;
    environments_choose(&empty().await).await;
    a_live_database_is_adopted(&empty().await).await;
    crate::squash::everything(&empty).await;
    crate::way_back::everything(&empty).await;
    crate::online::everything(empty).await;
}

async fn numbers(db: &Database) -> Vec<i64> {
    db.fetch_sql("SELECT n FROM mig_a ORDER BY id", &[], |row| row.get::<i32>(0).map(i64::from)).await.unwrap()
}

async fn is_there(db: &Database, table: &str) -> bool {
    let names = db.fetch_sql(db.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    names.iter().any(|name| name.eq_ignore_ascii_case(table))
}

async fn there_and_back(db: &Database) {
    let files = three();
    let migrator = files.on(db).applied_by("a test");
    assert_eq!(migrator.get_applied_migrations().await.unwrap(), []);
    let standings = migrator.status().await.unwrap();
    assert!(standings.iter().all(|status| status.standing == Standing::Pending));
    assert_eq!(standings.iter().map(|status| &*status.version).collect::<Vec<_>>(), ["001", "002", "003"]);

    let runs = migrator.migrate_to("002").await.unwrap();
    assert_eq!(runs.iter().map(|run| (&*run.version, run.forward)).collect::<Vec<_>>(), [("001", true), ("002", true)]);
    assert_eq!(numbers(db).await, [1]);
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(migrator.migrate_to_latest().await.unwrap(), [], "nothing is pending");
    assert_eq!(numbers(db).await, [2]);

    let applied = migrator.get_applied_migrations().await.unwrap();
    assert_eq!(applied.iter().map(|row| row.position).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(applied.iter().all(|row| row.state == Progress::Applied && row.applied_by == "a test"));
    assert_eq!(applied[0].description.as_deref(), Some("shows something"));

    let back = migrator.rollback_to_version("001").await.unwrap();
    assert_eq!(
        back.iter().map(|run| (&*run.version, run.forward)).collect::<Vec<_>>(),
        [("003", false), ("002", false)]
    );
    assert_eq!(numbers(db).await, [1]);
    assert!(!is_there(db, "mig_b").await);
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 2, "and there again");
    let unknown = migrator.rollback_to_version("004").await.unwrap_err().to_string();
    assert_eq!(unknown, "migration `004` is not applied, so there is no way back to it");
}

async fn a_refused_statement_is_named_and_gone_on_from(db: &Database) {
    let wrong = Files::new().and("001", &[], &[A, "INSERT INTO mig_missing (id) VALUES (1)", B], &[]);
    let error = wrong.on(db).migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::MissingObject, "{error}");
    assert!(error.to_string().starts_with("migration `001`, statement 2 of 3: "), "{error}");
    let whole = db.dialect().transactional_ddl();
    assert_eq!(is_there(db, "mig_a").await, !whole, "{error}");
    let states: Vec<_> = wrong.on(db).get_applied_migrations().await.unwrap().iter().map(|row| row.state).collect();
    assert_eq!(states, if whole { vec![] } else { vec![Progress::Stopped] });

    if !whole {
        let other = Files::new().and("001", &[], &[B, ROW, B], &[]);
        let refused = other.on(db).migrate_to_latest().await.unwrap_err().to_string();
        assert!(refused.contains("those are other ones in its file now"), "{refused}");
    }
    let mended = Files::new().and("001", &[], &[A, ROW, B], &["DROP TABLE mig_b", "DROP TABLE mig_a"]);
    assert_eq!(mended.on(db).migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(numbers(db).await, [1]);
    assert!(is_there(db, "mig_b").await);
    assert_eq!(mended.on(db).migrate_to_latest().await.unwrap(), [], "the history holds the mended file");
}

async fn two_runners_run_each_once(db: &Database) {
    let files = three();
    let (left, right) = (files.on(db), files.on(db));
    let (left, right) = tokio::join!(left.migrate_to_latest(), right.migrate_to_latest());
    let mut versions: Vec<String> = left.unwrap().into_iter().chain(right.unwrap()).map(|run| run.version).collect();
    versions.sort();
    assert_eq!(versions, ["001", "002", "003"]);
    assert_eq!(numbers(db).await, [2]);
}

async fn what_disagrees_is_explained(db: &Database) {
    three().on(db).migrate_to_latest().await.unwrap();
    let changed = Files::new().and("001", &[], &[A], &[]).and("003", &["001"], &["UPDATE mig_a SET n = 5"], &[]);
    let error = changed.on(db).migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage);
    assert_eq!(
        error.to_string(),
        "migration `001` was changed after it was applied: bring its file back, and write another one; migration `003` was \
         changed after it was applied: bring its file back, and write another one; the database has migration `002`, which \
         this program does not know: it is older than the database"
    );
    let standings = changed.on(db).status().await.unwrap();
    assert!(matches!(standings[0].standing, Standing::Changed(_)), "{standings:?}");
    assert!(matches!(standings[2].standing, Standing::Unknown(_)), "{standings:?}");
    assert_eq!(numbers(db).await, [2], "nothing ran");

    let circle = Files::new().and("1", &["2"], &[A], &[]).and("2", &["1"], &[B], &[]).and("3", &["0"], &[], &[]);
    let error = circle.try_on(db).unwrap_err().to_string();
    assert!(error.contains("no migration has version `0`") && error.contains("`1` -> `2` -> `1`"), "{error}");

    let patch = AppliedMigration::patch().set(AppliedMigration::CHECKSUM, "sha256:0");
    AppliedMigration::dao(db).patch(2, patch).await.unwrap();
    let error = three().on(db).migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.starts_with("the history of migrations was changed by hand at `002`"), "{error}");
}

/// A statement whose effect the catalog does not show is asked about; nothing else is.
async fn a_dead_runner_leaves_a_question(db: &Database) {
    // Where one transaction writes at a time, whatever changes a row is part of one.
    let [make, call] = match db.dialect().name() {
        "sqlite" => return,
        "postgres" => ["CREATE PROCEDURE mig_p() LANGUAGE SQL AS 'UPDATE mig_a SET n = n + 1'", "CALL mig_p()"],
        "firebird" => ["CREATE PROCEDURE mig_p AS BEGIN UPDATE mig_a SET n = n + 1; END", "EXECUTE PROCEDURE mig_p"],
        _ => ["CREATE PROCEDURE mig_p() UPDATE mig_a SET n = n + 1", "CALL mig_p()"],
    };
    let mut files = Files::new().and("001", &[], &[A, ROW, make, call], &[]);
    let mut file: serde_json::Value = serde_json::from_str(&files.0[0].1).unwrap();
    file["transaction"] = false.into();
    files.0[0].1 = file.to_string();
    files.on(db).migrate_to_latest().await.unwrap();
    assert_eq!(numbers(db).await, [2]);
    // As a runner leaves it that dies in the fourth statement.
    let row = AppliedMigration::dao(db).find(1).await.unwrap().unwrap();
    let row = AppliedMigration {
        state: Progress::Applying,
        step: 3,
        done: checksum::of_text(&[A, ROW, make].join("\0")),
        running: Some(checksum::of_text(call)),
        ..row
    };
    AppliedMigration::dao(db).update(&row).await.unwrap();
    assert!(files.on(db).relink("001").await.unwrap());
    assert!(matches!(files.on(db).status().await.unwrap()[0].standing, Standing::InDoubt(_)));
    let error = files.on(db).migrate_to_latest().await.unwrap_err().to_string();
    assert_eq!(
        error,
        "migration `001` was cut off in its statement 4, and nobody knows whether that took effect: look at the database, \
         then `resolve` it"
    );
    // Where all of it is one transaction by now, it is asked about as well.
    let as_one = Files::new().and("001", &[], &[A, ROW, make, call], &[]);
    assert_eq!(as_one.on(db).migrate_to_latest().await.unwrap_err().to_string(), error);
    assert_eq!(numbers(db).await, [2], "nothing ran");
    let unknown = files.on(db).resolve("002", Effect::Took).await.unwrap_err().to_string();
    assert_eq!(unknown, "migration `002` was not cut off, so there is nothing to resolve");
    files.on(db).resolve("001", Effect::None).await.unwrap();
    assert_eq!(files.on(db).migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(numbers(db).await, [3], "the fourth statement ran again");
    assert_eq!(files.on(db).migrate_to_latest().await.unwrap(), []);
}

/// Whoever waits is told who has the lock.
async fn a_held_lock_is_told(db: &Database) {
    let files = three();
    files.on(db).migrate_to("001").await.unwrap();
    let (is_there, is_free) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let (there, free) = (Arc::clone(&is_there), Arc::clone(&is_free));
    // The holder is a runner in the middle of its work.
    let stays = move |event: &Event<'_>| {
        if matches!(event, Event::Running { .. }) {
            there.store(true, Ordering::Relaxed);
            tokio::task::block_in_place(|| until(&free));
        }
    };
    let other = db.clone();
    let holder = tokio::spawn(async move {
        let migrator = three().on(&other).applied_by("the other one").observe(stays);
        migrator.migrate_to("002").await.map(|runs| runs.len())
    });
    tokio::task::block_in_place(|| until(&is_there));
    let events = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&events);
    let waiter = files.on(db).lock_wait(Duration::from_millis(100)).observe(move |event: &Event<'_>| {
        if let Event::WaitingForRunner { holder, .. } = event {
            kept.lock().unwrap().push(holder.map(str::to_owned));
        }
    });
    let error = waiter.migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    let text = error.to_string();
    assert!(text.starts_with("another runner ") && text.contains(" `the other one`, since "), "{text}");
    let at_work = async || files.on(db).runner().await.unwrap().map(|runner| runner.name);
    assert_eq!(at_work().await.as_deref(), Some("the other one"));
    is_free.store(true, Ordering::Relaxed);
    assert_eq!(holder.await.unwrap().unwrap(), 1);
    // Who does not hear in time that the lock is free takes it for taken.
    load::until("nobody is at work", async || at_work().await.is_none()).await;
    let events = std::mem::take(&mut *events.lock().unwrap());
    assert!(events.iter().all(|holder| holder.as_deref() == Some("the other one")), "{events:?}");
    assert_eq!(files.on(db).migrate_to_latest().await.unwrap().len(), 1);
}

async fn environments_choose(db: &Database) {
    let file = |version: &str, environments: &[&str], sql: &str| {
        let text = json!({ "version": version, "name": version, "environments": environments, "up_sql": [sql] });
        (format!("{version}.json"), text.to_string())
    };
    let files = Files(vec![file("001", &[], A), file("002", &["development", "staging"], B)]);
    let production = files.on(db).environment("production");
    assert_eq!(production.migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(production.status().await.unwrap()[1].standing, Standing::Elsewhere);
    assert!(!is_there(db, "mig_b").await);
    let error = files.on(db).environment("stagin").migrate_to_latest().await.unwrap_err();
    assert_eq!(error.to_string(), "unknown environment `stagin`; did you mean `staging`?");
    assert_eq!(files.on(db).environment("staging").migrate_to_latest().await.unwrap().len(), 1);
    assert!(is_there(db, "mig_b").await);
}

async fn a_live_database_is_adopted(db: &Database) {
    db.execute_sql(A, &[]).await.unwrap();
    db.execute_sql(ROW, &[]).await.unwrap();
    let files = three();
    files.on(db).baseline("001").await.unwrap();
    let twice = files.on(db).baseline("001").await.unwrap_err().to_string();
    assert_eq!(twice, "the database has a history of migrations, so there is nothing to adopt");
    assert_eq!(files.on(db).migrate_to_latest().await.unwrap().len(), 2);
    assert_eq!(numbers(db).await, [2]);
    assert_eq!(files.on(db).rollback_to_version("001").await.unwrap().len(), 2);
}
