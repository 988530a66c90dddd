//! A statement that is cut off, where another server behind the same address has a process of the same number.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tablewright::prelude::*;
use tablewright_tests::live::balancer::{self, Edit, replace};
use tablewright_tests::server::fresh;
use tablewright_tests::table::Suite;

use crate::{is_there, one};

/// Gives the connection another process. Its own is told in the message `BackendKeyData`, and then in a row
/// (<https://www.postgresql.org/docs/current/protocol-message-formats.html>).
fn as_process(other: i32, told: &Arc<AtomicBool>) -> Edit {
    const KEY_DATA: &[u8] = b"K\0\0\0\x0c";
    let (told, mut own) = (Arc::clone(told), None);
    Box::new(move |answer| {
        if let Some(at) = answer.windows(KEY_DATA.len()).position(|window| window == KEY_DATA) {
            own = Some(answer[at + KEY_DATA.len()..][..4].to_vec());
        } else if let Some(own) = &own
            && !told.load(Ordering::Relaxed)
        {
            let row = |number: &[u8]| [&4_i32.to_be_bytes(), number].concat();
            told.store(replace(answer, &row(own), &row(&other.to_be_bytes())), Ordering::Relaxed);
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_is_stopped() {
    if !is_there() {
        return;
    }
    let url = fresh::url("postgres", "balanced").await;
    let others = Database::connect(&url).await.unwrap();
    Suite::create(&others).await.unwrap();
    let other = others.begin().await.unwrap();
    let process = one(&other, "SELECT pg_backend_pid()", |row| row.i32(0)).await;
    let told = Arc::new(AtomicBool::new(false));
    let url = balancer::before(&url, as_process(process, &told)).await;
    let db = Database::connect(&format!("{url}sslmode=disable&pool_size=1")).await.unwrap();
    assert!(balancer::outlives(other, &db, "SELECT pg_sleep(5)", &told).await, "somebody else was stopped");
}
