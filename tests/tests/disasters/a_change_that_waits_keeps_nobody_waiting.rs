//! A change waits behind a dump or an idle transaction, and every reader behind the change (superdesigndev/treg#129,
//! strelov1/freehire#1284, un-fao/GeoID#1233, METR/hawk#1506, taskcluster#3632).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tablewright::driver::Limits;
use tablewright::migrate::Event;
use tablewright::{HandwrittenSql, Retry};

use crate::ground::{Files, Ground, ROW, TABLE};

// Elsewhere a reader does not wait for a change.
on!(disaster; postgres, mysql, mariadb);

const LOCK: Duration = Duration::from_secs(1);
const PAUSE: Duration = Duration::from_millis(20);

async fn disaster(ground: &Ground) {
    assert!(Limits::default().lock <= Duration::from_secs(5), "nobody has to know of it");
    let files = Files::default().and("001", &[TABLE, ROW]).and("002", &["ALTER TABLE mig_a ADD note VARCHAR(20)"]);
    files.migrate_to(&ground.db, "001").await;
    let read = async || ground.db.fetch_sql("SELECT n FROM mig_a", &[], |row| row.get::<i64>(0)).await.unwrap();

    let dump = ground.other().await;
    let idle = dump.begin().await.unwrap();
    idle.fetch_sql("SELECT n FROM mig_a", &[], |row| row.get::<i64>(0)).await.unwrap();
    let (refusals, is_over) = (Arc::new(AtomicUsize::new(0)), AtomicBool::new(false));
    let counted = Arc::clone(&refusals);
    let retry = Retry::default().tries(20).waits(LOCK / 5, LOCK / 2);
    let migrator = files.on(&ground.db).lock_timeout(LOCK).retry(retry).observe(move |event: &Event<'_>| {
        if matches!(event, Event::Retrying { .. }) {
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    let begun = Instant::now();
    let dumping = async {
        while refusals.load(Ordering::Relaxed) < 2 {
            tokio::time::sleep(PAUSE).await;
        }
        let refused = begun.elapsed();
        idle.rollback().await.unwrap();
        is_over.store(true, Ordering::Relaxed);
        refused
    };
    let reading = async {
        let (mut longest, mut count) = (Duration::ZERO, 0);
        while !is_over.load(Ordering::Relaxed) {
            let start = Instant::now();
            assert_eq!(read().await, [1]);
            longest = longest.max(start.elapsed());
            count += 1;
            tokio::time::sleep(PAUSE).await;
        }
        (longest, count)
    };
    let (runs, refused, (longest, count)) = tokio::join!(migrator.migrate_to_latest(), dumping, reading);
    assert_eq!(runs.unwrap().len(), 1, "it gets through when the table is free");
    // With the limit that nobody has to know of it would have been ten seconds and longer.
    assert!(refused < LOCK * 9, "it was refused twice within {refused:?}");
    // Without a limit of ours they would wait for as long as the dump takes.
    assert!(longest < LOCK * 30 && count > 2, "the longest of {count} readers waited {longest:?}");
}
