//! Two runners, of which one finds that the other has changed what it goes by.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use tablewright::migrate::{Event, Run};
use tablewright::prelude::*;
use tablewright::{Executor, Migrator};

/// The first so many of four migrations, each of which depends on the one before it.
fn migrator(db: &Database, count: usize) -> Migrator<'_> {
    let create = |n| vec![format!("CREATE TABLE mig_{n} (id INTEGER)")];
    migrator_of(db, true, &(0..count).map(create).collect::<Vec<_>>())
}

/// A migration for each list of statements, the first of which makes its table; each in one transaction, or not.
fn migrator_of<'a>(db: &'a Database, transaction: bool, migrations: &[Vec<String>]) -> Migrator<'a> {
    let files = migrations.iter().enumerate().map(|(n, up)| {
        let needs: Vec<String> = n.checked_sub(1).map(|before| format!("00{before}")).into_iter().collect();
        let file = json!({
            "version": format!("00{n}"), "name": "n", "dependencies": needs,
            "transaction": transaction, "up_sql": up, "down_sql": [format!("DROP TABLE mig_{n}")], "way_back": crate::way_back::exact(),
        });
        (format!("00{n}.json"), file.to_string())
    });
    let files: Vec<(String, String)> = files.collect();
    Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

async fn versions(db: &Database) -> Vec<String> {
    let rows = migrator(db, 4).get_applied_migrations().await.unwrap();
    rows.into_iter().map(|row| row.version).collect()
}

/// Holds the thread until somebody raises the flag.
pub(crate) fn until(flag: &AtomicBool) {
    let start = Instant::now();
    while !flag.load(Ordering::Relaxed) {
        assert!(start.elapsed() < Duration::from_secs(60), "nobody raised the flag");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// What a runner does.
enum Verb {
    Migrate(&'static str),
    Rollback(&'static str),
}

impl Verb {
    async fn run(self, migrator: Migrator<'_>) -> tablewright::Result<Vec<Run>> {
        match self {
            Self::Migrate(version) => migrator.migrate_to(version).await,
            Self::Rollback(version) => migrator.rollback_to_version(version).await,
        }
    }
}

/// Lets the first runner take the lock and stop there until the second one waits for it, and so long. Gives what became of the
/// second.
async fn overtaken(
    db: &Database,
    migrator: impl Fn(&Database) -> Migrator<'_> + Send + Sync + Copy + 'static,
    so_long: Duration,
    [first, second]: [Verb; 2],
) -> tablewright::Result<Vec<Run>> {
    let (has_lock, is_waited_for) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let (has, waited) = (Arc::clone(&has_lock), Arc::clone(&is_waited_for));
    let stops = move |event: &Event<'_>| {
        if matches!(event, Event::Started(_)) {
            has.store(true, Ordering::Relaxed);
            tokio::task::block_in_place(|| {
                until(&waited);
                std::thread::sleep(so_long);
            });
        }
    };
    let other = db.clone();
    let holder = tokio::spawn(async move { first.run(migrator(&other).observe(stops)).await });
    tokio::task::block_in_place(|| until(&has_lock));
    let waits = move |event: &Event<'_>| {
        if matches!(event, Event::WaitingForRunner { .. }) {
            is_waited_for.store(true, Ordering::Relaxed);
        }
    };
    let second = second.run(migrator(db).observe(waits)).await;
    holder.await.unwrap().unwrap();
    second
}

/// The same of four migrations, where it is refused. Gives the message.
async fn refused(db: &Database, first: Verb, second: Verb) -> String {
    let error = overtaken(db, |db| migrator(db, 4), Duration::ZERO, [first, second]).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    error.to_string()
}

/// What was done meanwhile is seen, also where statements are written down one by one, and an administrator made another
/// isolation level the default.
pub async fn what_is_done_is_seen(db: &Database) {
    fn stepwise(db: &Database) -> Migrator<'_> {
        let up = ["CREATE TABLE mig_0 (id INTEGER)", "CREATE INDEX mig_i ON mig_0 (id)"];
        migrator_of(db, false, &[up.map(str::to_owned).to_vec()])
    }
    // By then the second asks again, for two seconds, in a transaction that began before the first one's work.
    let so_long = Duration::from_secs(1);
    let second = overtaken(db, stepwise, so_long, [Verb::Migrate("000"), Verb::Migrate("000")]).await;
    assert_eq!(second.unwrap().len(), 0, "nothing was left to do");
    assert_eq!(versions(db).await, ["000"]);
}

/// What was applied meanwhile is not left hanging over what is taken back.
pub async fn nothing_is_taken_back_from_below(db: &Database) {
    migrator(db, 2).migrate_to_latest().await.unwrap();
    let text = refused(db, Verb::Migrate("002"), Verb::Rollback("000")).await;
    assert!(text.contains("`001` is not taken back, for `002` was applied after it"), "{}: {text}", db.dialect());
    assert_eq!(versions(db).await, ["000", "001", "002"]);
    assert_eq!(
        migrator(db, 4).rollback_to_version("000").await.unwrap().len(),
        2,
        "asked again, it goes back over both"
    );
}

/// What was taken back meanwhile is missing to what depends on it.
pub async fn nothing_is_built_on_what_is_gone(db: &Database) {
    migrator(db, 2).migrate_to_latest().await.unwrap();
    let text = refused(db, Verb::Rollback("000"), Verb::Migrate("002")).await;
    assert!(text.contains("`002` does not begin, for `001`, on which it depends, is not applied"), "{text}");
    assert_eq!(versions(db).await, ["000"]);
    assert_eq!(migrator(db, 4).migrate_to_latest().await.unwrap().len(), 3);
}
