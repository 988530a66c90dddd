//! A thousand tasks on ten connections, each turn of which may be cut off at any moment.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tablewright::HandwrittenSql;
use tablewright::prelude::*;

use crate::table::library::{Author, NewAuthor};
use crate::table::people::{Counter, NewCounter};

/// What the URL of the database has to say.
pub const SETTINGS: &str = "pool_size=10&acquire_timeout=60000";
const CONNECTIONS: usize = 10;
const TASKS: u64 = 1_000;

/// What one task saw.
struct Seen {
    /// How many turns were let go to their end.
    turns: usize,
    /// Names that were surely added.
    added: Vec<String>,
    /// Names that may have been.
    doubtful: Vec<String>,
}

/// What the tasks share.
#[derive(Default)]
struct Crowd {
    is_over: AtomicBool,
    /// How many microseconds a turn takes nowadays.
    usual: AtomicU64,
}

/// Loads the database, which has the tables of the suite, for as many seconds as `TABLEWRIGHT_LOAD_SECONDS` says, or 30.
/// `connections` asks the server how many connections the database has.
pub async fn hold(db: &Database, connections: &str) {
    Counter::dao(db).create(NewCounter::new("hits", 0_i64)).await.unwrap();
    let crowd = Arc::new(Crowd { usual: AtomicU64::new(100_000), ..Crowd::default() });
    let tasks: Vec<_> = (0..TASKS).map(|task| tokio::spawn(turns(db.clone(), task, Arc::clone(&crowd)))).collect();
    tokio::time::sleep(seconds()).await;
    crowd.is_over.store(true, Ordering::Relaxed);
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }

    // Each task went on until it had a turn, and no task had far fewer than the others: a turn that has to open a connection
    // takes many times as long as one that finds one, so it is the number that tells whether waiting is fair.
    let turns: usize = all.iter().map(|seen| seen.turns).sum();
    let least = all.iter().map(|seen| seen.turns).min().unwrap();
    let cut_off: usize = all.iter().map(|seen| seen.doubtful.len()).sum();
    println!("{turns} turns, at least {least} for each task; {cut_off} transactions were cut off");
    assert!(cut_off > 0, "nothing was cut off");
    assert!(least * 10 * all.len() >= turns, "a task had {least} of {turns} turns");

    // What was added is there, and nothing else.
    let added: BTreeSet<&String> = all.iter().flat_map(|seen| &seen.added).collect();
    let doubtful: BTreeSet<&String> = all.iter().flat_map(|seen| &seen.doubtful).collect();
    let there: BTreeSet<String> = Author::dao(db).all().await.unwrap().into_iter().map(|author| author.name).collect();
    assert!(added.iter().all(|name| there.contains(*name)), "a row is lost");
    assert!(there.iter().all(|name| added.contains(name) || doubtful.contains(name)), "a row was undone, and is there");

    // All connections are back, can be had at once, and the server knows of no other.
    until("all connections rest", async || db.pool().is_some_and(|pool| pool.idle == pool.open && pool.waiting == 0))
        .await;
    let mut open = Vec::new();
    for _ in 0..CONNECTIONS {
        open.push(db.begin().await.unwrap());
    }
    for transaction in open {
        assert_eq!(Counter::dao(&transaction).get("hits").await.unwrap().value, 0);
        transaction.rollback().await.unwrap();
    }
    let pool = db.pool().unwrap();
    assert_eq!((pool.open, pool.idle), (CONNECTIONS, CONNECTIONS), "{pool:?}");
    let known = async || db.fetch_sql(connections, &[], |row| row.i64(0)).await.unwrap() == [CONNECTIONS as i64];
    until("the server has closed what was cut off", known).await;
}

fn seconds() -> Duration {
    let seconds = std::env::var("TABLEWRIGHT_LOAD_SECONDS").ok();
    Duration::from_secs(seconds.map_or(30, |seconds| seconds.parse().expect("TABLEWRIGHT_LOAD_SECONDS is a number")))
}

/// Waits for what takes a moment.
pub async fn until(what: &str, is_so: impl AsyncFn() -> bool) {
    let start = Instant::now();
    while !is_so().await {
        assert!(start.elapsed() < Duration::from_secs(60), "never: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Cuts it off after so long. A thread that stood still for longer cuts it off too, whatever has come meanwhile.
pub async fn cut_off<T>(after: Duration, work: impl Future<Output = T>) {
    cut_off_at(tokio::time::sleep(after), work).await;
}

/// Cuts it off as soon as a sign comes, and gives that.
pub async fn cut_off_at<S, T>(sign: impl Future<Output = S>, work: impl Future<Output = T>) -> S {
    tokio::select! {
        biased;
        sign = sign => sign,
        _ = work => panic!("it was over before it was cut off"),
    }
}

/// One task.
async fn turns(db: Database, task: u64, crowd: Arc<Crowd>) -> Seen {
    let mut seen = Seen { turns: 0, added: Vec::new(), doubtful: Vec::new() };
    let mut random = task;
    let mut next = |below: u64| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) % below.max(1)
    };
    for round in 0_u64.. {
        if crowd.is_over.load(Ordering::Relaxed) && seen.turns > 0 {
            break;
        }
        let name = format!("{task}-{round}");
        let start = Instant::now();
        let kind = next(5);
        let work = turn(&db, kind, &name);
        if next(3) > 0 {
            work.await.unwrap();
            seen.turns += 1;
            seen.added.extend((kind == 0).then_some(name));
            let took = u64::try_from(start.elapsed().as_micros()).unwrap();
            crowd.usual.store(crowd.usual.load(Ordering::Relaxed) / 10 * 9 + took / 10, Ordering::Relaxed);
        } else {
            // In the queue, or in the middle of a statement.
            let patience = Duration::from_micros(next(crowd.usual.load(Ordering::Relaxed) * 2));
            match tokio::time::timeout(patience, work).await {
                Ok(result) => {
                    result.unwrap();
                    seen.added.extend((kind == 0).then_some(name));
                }
                Err(_) => seen.doubtful.extend((kind == 0).then_some(name)),
            }
        }
    }
    seen
}

async fn turn(db: &Database, kind: u64, name: &str) -> tablewright::Result<()> {
    match kind {
        0 => {
            let work = db.transaction(async |tx| {
                Author::dao(tx).create(NewAuthor::new(name)).await?;
                tx.transaction(async |inner| Counter::dao(inner).get("hits").await.map(drop)).await
            });
            work.await
        }
        1 => {
            let transaction = db.begin().await?;
            Author::dao(&transaction).create(NewAuthor::new(format!("{name} undone"))).await.map(drop)
        }
        2 => Counter::dao(db).get("hits").await.map(drop),
        3 => Counter::dao(db).count(Counter::VALUE.gt(0)).await.map(drop),
        _ => Author::dao(db).all().limit(50).await.map(drop),
    }
}
