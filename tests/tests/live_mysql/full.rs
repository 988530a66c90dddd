//! A server that has no connection left to stop a statement with whose caller went away.

use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use tablewright::prelude::*;
use tablewright_tests::live::load;
use tablewright_tests::server;
use tablewright_tests::table::Suite;
use tablewright_tests::table::people::{Counter, NewCounter};

use crate::ENGINE;
use crate::family::{empty, is_there, one};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_cut_off_takes_no_effect_however_long_the_server_is_full() {
    if !is_there() {
        return;
    }
    let db = empty("").await;
    Suite::create(&db).await.unwrap();
    Counter::dao(&db).create(NewCounter::new("a", 0_i64)).await.unwrap();
    let url = server::url(ENGINE).unwrap();
    let (login, place) = url.rsplit_once('@').unwrap();
    let (address, _) = place.split_once('/').unwrap();
    let is_full = Arc::new(AtomicBool::new(false));
    let port = behind(address.to_owned(), Arc::clone(&is_full));
    let name = one(&db, "SELECT DATABASE()", |row| row.get::<String>(0)).await;
    let url = format!("{login}@127.0.0.1:{port}/{name}?pool_size=1&lock_timeout=60000");
    let cramped = Database::connect(&url).await.unwrap();

    let add = || Counter::patch().add(Counter::VALUE, 1_i64);
    let holder = db.begin().await.unwrap();
    Counter::dao(&holder).patch("a", add()).await.unwrap();
    is_full.store(true, Ordering::Relaxed);
    let waiting = async { Counter::dao(&cramped).patch("a", add()).await };
    load::cut_off(Duration::from_millis(300), waiting).await;
    tokio::time::sleep(Duration::from_secs(8)).await;
    // It may still take effect, so its connection has its place.
    assert_eq!(cramped.pool().unwrap().open, 1);
    is_full.store(false, Ordering::Relaxed);
    load::until("what was cut off is stopped", async || cramped.pool().unwrap().open == 0).await;
    holder.rollback().await.unwrap();
    // The lock is free, and nobody gets it who waited for it.
    Counter::dao(&db).patch("a", add()).await.unwrap();
    assert_eq!(Counter::dao(&cramped).get("a").await.unwrap().value, 1);
}

/// A way to a server that lets nobody in while it is full. It lives as long as this process.
fn behind(server: String, is_full: Arc<AtomicBool>) -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let own = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            if is_full.load(Ordering::Relaxed) {
                continue;
            }
            let server = TcpStream::connect(&server).unwrap();
            for (from, to) in [(&client, &server), (&server, &client)] {
                let (mut from, mut to) = (from.try_clone().unwrap(), to.try_clone().unwrap());
                std::thread::spawn(move || {
                    io::copy(&mut from, &mut to).ok();
                    to.shutdown(Shutdown::Both).ok();
                });
            }
        }
    });
    own
}
