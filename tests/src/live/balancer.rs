//! One address with several servers behind it: a statement that was cut off is stopped where it runs, or nowhere.
//!
//! There is one server. Between it and the client, answers on the first connection are made those of another, which has given
//! its numbers to other clients; what follows goes to the server as it is.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Transaction};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

use super::load;
use crate::table::people::{Counter, NewCounter};

/// Changes an answer of the server.
pub type Edit = Box<dyn FnMut(&mut Vec<u8>) + Send>;

/// The URL of a database as it is behind a balancer that changes what the first connection is answered.
///
/// # Panics
/// If nothing can be listened to.
pub async fn before(url: &str, edit: Edit) -> String {
    let (start, rest) = url.split_once('@').unwrap_or(("", url));
    let (server, path) = rest.split_once('/').expect("a URL with a database");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    let server = server.to_owned();
    tokio::spawn(async move {
        let mut edit = Some(edit);
        while let Ok((client, _)) = listener.accept().await {
            let Ok(server) = TcpStream::connect(&server).await else { return };
            let (client, server) = (client.into_split(), server.into_split());
            let edit = edit.take().unwrap_or_else(|| Box::new(|_| ()));
            tokio::spawn(pass(client.0, server.1, Box::new(|_| ())));
            tokio::spawn(pass(server.0, client.1, edit));
        }
    });
    format!("{start}@127.0.0.1:{port}/{path}")
}

async fn pass(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, mut edit: Edit) -> io::Result<()> {
    let mut bytes = vec![0; 1 << 16];
    loop {
        let mut answer = match from.read(&mut bytes).await? {
            0 => return to.shutdown().await,
            count => bytes[..count].to_vec(),
        };
        edit(&mut answer);
        to.write_all(&answer).await?;
    }
}

/// Puts other bytes of the same length where these are first. Says whether they are there.
pub fn replace(answer: &mut [u8], old: &[u8], new: &[u8]) -> bool {
    assert_eq!(old.len(), new.len());
    let Some(at) = answer.windows(old.len()).position(|window| window == old) else { return false };
    answer[at..at + new.len()].copy_from_slice(new);
    true
}

/// Whether a transaction of somebody else outlives a statement of this database that is cut off. `told` says whether the answers
/// were changed.
///
/// # Panics
/// If they were not, or the statement is not given up.
pub async fn outlives(other: Transaction, db: &Database, slow: &str, told: &Arc<AtomicBool>) -> bool {
    assert!(told.load(Ordering::Relaxed), "the first connection was told nothing else");
    let number = Counter::dao(&other).count(Condition::all()).await.unwrap();
    Counter::dao(&other).create(NewCounter::new(number.to_string(), 1_i64)).await.unwrap();
    load::cut_off(Duration::from_millis(300), db.execute_sql(slow, &[])).await;
    let start = Instant::now();
    while db.pool().unwrap().open > 0 {
        assert!(start.elapsed() < Duration::from_secs(30), "the connection is never given up");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    other.commit().await.is_ok()
}
