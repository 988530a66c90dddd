//! A server that is killed in the middle of the work, and started again, costs what was not committed and nothing else.
//!
//! The server is that of `TABLEWRIGHT_CRASH_URL`, of any engine. It is gone afterwards.

#![cfg(target_os = "linux")]

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tablewright::HandwrittenSql;
use tablewright::prelude::*;
use tablewright_tests::server::{self, crash};

/// A row that was written by a task.
#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "crash_marks")]
struct Mark {
    /// Which task, and which of its rows.
    #[column(primary_key, max_length = 40)]
    name: String,
    /// Each transaction writes two rows.
    #[column(primary_key)]
    half: i32,
}

schema! {
    struct Marks { tables: [Mark], dialects: [postgres, mysql, mariadb, firebird] }
}

const TASKS: usize = 16;
/// How many transactions are committed before the server is killed, and once more when it is back.
const COMMITS: usize = 200;
const PATIENCE: Duration = Duration::from_secs(60);

/// What a task knows of its rows, and what it was told.
#[derive(Default)]
struct Seen {
    committed: Vec<String>,
    doubtful: Vec<String>,
    errors: Vec<(Kind, String)>,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_costs_what_was_not_committed() {
    let Some(url) = server::url("crash") else { return };
    let db = Database::connect(&format!("{url}?pool_size=8")).await.unwrap();
    Marks::drop(&db).await.ok();
    Marks::create(&db).await.unwrap();
    let mut server = crash::Server::on(port(&url));
    let (mut committed, mut doubtful) = (BTreeSet::new(), BTreeSet::new());
    // The second time the server stays away for a while.
    for (round, away) in [Duration::ZERO, Duration::from_secs(1)].into_iter().enumerate() {
        again(&mut server, async || make_durable(&db).await).await;
        let (count, is_over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let tasks: Vec<_> = (0..TASKS)
            .map(|task| {
                tokio::spawn(work(db.clone(), format!("{round}-{task}"), Arc::clone(&count), Arc::clone(&is_over)))
            })
            .collect();
        let open = again(&mut server, async || {
            let open = db.begin().await?;
            Mark::dao(&open).create(NewMark::new("never committed", 0)).await?;
            Ok::<_, Error>(open)
        })
        .await;
        until(&count, COMMITS, &mut server).await;
        server.kill();
        let left_open = open.commit().await.unwrap_err();
        assert_eq!(left_open.kind(), Kind::ConnectionLost, "{left_open}");
        tokio::time::sleep(away).await;
        server.start_again();
        until(&count, count.load(Ordering::Relaxed) + COMMITS, &mut server).await;
        is_over.store(true, Ordering::Relaxed);

        let mut kinds = Vec::new();
        for task in tasks {
            let seen = task.await.unwrap();
            committed.extend(seen.committed);
            doubtful.extend(seen.doubtful);
            for (kind, message) in seen.errors {
                // What was on its way, and what could not be begun.
                assert!(matches!(kind, Kind::ConnectionLost | Kind::Connect), "{kind:?}: {message}");
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
        }
        assert!(!kinds.is_empty(), "the server was killed when nothing was on its way");

        let rows = again(&mut server, async || Mark::dao(&db).all().await).await;
        let there: BTreeSet<_> = rows.iter().map(|row| row.name.clone()).collect();
        assert_eq!(rows.len(), 2 * there.len(), "half a transaction is there");
        let lost: Vec<_> = committed.difference(&there).collect();
        assert!(lost.is_empty(), "committed and lost: {lost:?}");
        let known: BTreeSet<_> = committed.union(&doubtful).cloned().collect();
        let left: Vec<_> = there.difference(&known).collect();
        assert!(left.is_empty(), "not committed, and there: {left:?}");
        println!("{} transactions, {} of them cut off; {kinds:?}", committed.len() + doubtful.len(), doubtful.len());
    }
    let pool = db.pool().unwrap();
    assert_eq!((pool.idle, pool.waiting), (pool.open, 0), "{pool:?}");
    db.close().await.unwrap();
}

/// Writes until it is over; after an error it just goes on.
async fn work(db: Database, task: String, count: Arc<AtomicUsize>, is_over: Arc<AtomicBool>) -> Seen {
    let mut seen = Seen::default();
    for number in 0_u32.. {
        if is_over.load(Ordering::Relaxed) {
            break;
        }
        let name = format!("{task}-{number}");
        let write = db.transaction(async |tx| {
            Mark::dao(tx).create(NewMark::new(&name, 0)).await?;
            Mark::dao(tx).create(NewMark::new(&name, 1)).await
        });
        match write.await {
            Ok(_) => {
                count.fetch_add(1, Ordering::Relaxed);
                seen.committed.push(name);
            }
            Err(error) => {
                seen.errors.push((error.kind(), error.to_string()));
                seen.doubtful.push(name);
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    }
    seen
}

async fn until(count: &AtomicUsize, wanted: usize, server: &mut crash::Server) {
    let start = Instant::now();
    while count.load(Ordering::Relaxed) < wanted {
        server.keep();
        assert!(start.elapsed() < PATIENCE, "{} of {wanted} transactions", count.load(Ordering::Relaxed));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// Does it as often as it takes: a server that has recovered may end by itself once more.
async fn again<T>(server: &mut crash::Server, work: impl AsyncFn() -> tablewright::Result<T>) -> T {
    let start = Instant::now();
    loop {
        server.keep();
        match work().await {
            Ok(value) => return value,
            Err(error) if matches!(error.kind(), Kind::Connect | Kind::ConnectionLost) => {
                assert!(start.elapsed() < PATIENCE, "{error}");
            }
            Err(error) => panic!("{error}"),
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Test servers may be set up to be fast and not durable; what is promised holds for those that are durable.
async fn make_durable(db: &Database) -> tablewright::Result<()> {
    if ["mysql", "mariadb"].contains(&db.dialect().name()) {
        // https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html#sysvar_innodb_flush_log_at_trx_commit
        db.execute_sql("SET GLOBAL innodb_flush_log_at_trx_commit = 1", &[]).await?;
    }
    Ok(())
}

fn port(url: &str) -> u16 {
    let place = url.rsplit_once('@').unwrap().1.split('/').next().unwrap();
    place.rsplit_once(':').expect("the URL names the port").1.parse().unwrap()
}
