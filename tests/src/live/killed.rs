//! A client that is killed in the middle of its work: nothing half-done stays, and the server lets go of it.

use std::collections::BTreeMap;
use std::time::Duration;

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Transaction};

use crate::process::{self, say};
use crate::table::Suite;
use crate::table::people::{Counter, NewCounter};

/// What the client is told, line by line: the URL, and whether it stays inside of a transaction.
const ORDER: &str = "TABLEWRIGHT_CLIENT_ORDER";
/// The test that does it.
const TEST: &str = "client_works";
const INSIDE: &str = "inside";
/// How many rows one call adds.
const ROWS: i64 = 40;
/// How often a client is killed, each time a little later.
const KILLS: u64 = 8;
/// How long a server may take to notice.
const NOTICES_WITHIN: Duration = Duration::from_secs(30);

/// Works until it is killed, if a parent ordered it. It has to be called by a test named `client_works`.
///
/// # Panics
/// If something of it fails.
pub fn be_killed() {
    let Ok(order) = std::env::var(ORDER) else { return };
    let (url, where_to) = order.split_once('\n').expect("an order of two lines");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = Database::connect(url).await.expect("a database");
        if where_to == INSIDE {
            let tx = db.begin().await.expect("a transaction");
            move_one(&tx).await;
            say(process::STOPPED);
            for call in 0.. {
                Counter::dao(&tx).create_many(rows("in", call)).await.expect("rows");
            }
        }
        for call in 0.. {
            Counter::dao(&db).create_many(rows("out", call)).await.expect("rows");
            let moved = db.transaction(async |tx| {
                move_one(tx).await;
                Ok::<_, Error>(())
            });
            moved.await.expect("a commit");
            if call == 0 {
                say(process::STOPPED);
            }
        }
    });
}

/// Two statements that are nothing without each other.
async fn move_one(tx: &Transaction) {
    for (name, by) in [("left", -1_i64), ("right", 1)] {
        Counter::dao(tx).patch(name, Counter::patch().add(Counter::VALUE, by)).await.expect("a counter");
    }
}

fn rows(what: &str, call: i64) -> Vec<NewCounter> {
    let client = std::process::id();
    (0..ROWS).map(|row| NewCounter::new(format!("{what} {client} {call}/{row}"), row)).collect()
}

/// Kills clients of an empty database, by turns inside of a transaction and between statements. `connections` asks the server
/// how many connections the database has, where there is one.
///
/// # Panics
/// If something half-done stays, or a connection.
pub async fn hold(url: &str, connections: Option<&str>) {
    let db = Database::connect(url).await.expect("a database");
    Suite::create(&db).await.expect("tables");
    let counters = Counter::dao(&db);
    for name in ["left", "right"] {
        counters.create(NewCounter::new(name, 0_i64)).await.expect("a counter");
    }
    for kill in 0..KILLS {
        let where_to = if kill % 2 == 0 { INSIDE } else { "" };
        let client = process::start(TEST, ORDER, &format!("{url}\n{where_to}")).expect("it works without end");
        tokio::time::sleep(Duration::from_millis(7 * kill)).await;
        client.kill();
        // What it had locked is free.
        counters.patch("left", Counter::patch().add(Counter::VALUE, 0_i64)).await.expect("a lock");
        let (mut moved, mut calls) = (0, BTreeMap::<String, i64>::new());
        for counter in counters.all().await.expect("rows") {
            match counter.name.split_once('/') {
                Some((call, _)) => *calls.entry(call.to_owned()).or_default() += 1,
                None => moved += counter.value,
            }
        }
        assert_eq!(moved, 0, "a transaction was half done, kill {kill}");
        for (call, count) in &calls {
            assert!(call.starts_with("out") && *count == ROWS, "{count} rows of `{call}`, kill {kill}");
        }
        assert!(calls.len() as u64 >= kill.div_ceil(2), "a client did nothing");
    }
    if let Some(sql) = connections {
        let gone = async {
            loop {
                let open = db.fetch_sql(sql, &[], |row| row.get::<i64>(0)).await.expect("a number");
                if usize::try_from(open[0]).expect("a number") <= db.pool().map_or(1, |pool| pool.open) {
                    break;
                }
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(NOTICES_WITHIN, gone).await.expect("the connections of killed clients go away");
    }
    db.close().await.expect("it closes");
}
