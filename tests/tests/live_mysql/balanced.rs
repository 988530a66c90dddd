//! A statement that is cut off, where another server behind the same address has a connection of the same number.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tablewright::prelude::*;
use tablewright_tests::live::balancer::{self, Edit, replace};
use tablewright_tests::server::fresh;
use tablewright_tests::table::Suite;

use crate::ENGINE;
use crate::family::{is_there, one};

/// What a server says of itself.
struct Server {
    version: String,
    place: String,
}

/// Gives the connection another number and, if it is to be one of another server, another place. Its own number is told in the
/// first packet, behind the version (<https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets.html>),
/// and then in a row, behind it again.
fn as_connection(other: u32, server: Server, is_elsewhere: bool, told: &Arc<AtomicBool>) -> Edit {
    let (told, mut own) = (Arc::clone(told), None);
    let elsewhere = format!("x{}", &server.place[1..]);
    Box::new(move |answer| {
        let Some(own) = own else {
            let end = 5 + answer[5..].iter().position(|byte| *byte == 0).unwrap();
            own = answer[end + 1..].first_chunk::<4>().copied();
            return;
        };
        let behind_version = |number: [u8; 4]| [server.version.as_bytes(), &number].concat();
        if replace(answer, &behind_version(own), &behind_version(other.to_le_bytes())) {
            let is_placed = !is_elsewhere || replace(answer, server.place.as_bytes(), elsewhere.as_bytes());
            assert!(is_placed, "the server is not told with the number");
            told.store(true, Ordering::Relaxed);
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_is_stopped() {
    if !is_there() {
        return;
    }
    let url = fresh::url(ENGINE, "balanced").await;
    let others = Database::connect(&url).await.unwrap();
    Suite::create(&others).await.unwrap();
    for is_elsewhere in [true, false] {
        let other = others.begin().await.unwrap();
        let number = one(&other, "SELECT CONNECTION_ID()", |row| row.i64(0)).await;
        let ask = "SELECT VERSION(), CONCAT_WS(' ', @@hostname, @@port, @@server_id)";
        let server = one(&other, ask, |row| Ok(Server { version: row.get(0)?, place: row.get(1)? })).await;
        let told = Arc::new(AtomicBool::new(false));
        let edit = as_connection(u32::try_from(number).unwrap(), server, is_elsewhere, &told);
        let balanced = balancer::before(&url, edit).await;
        let db = Database::connect(&format!("{balanced}sslmode=disable&pool_size=1")).await.unwrap();
        // On the same server it is who was meant, as far as anybody can know.
        let outlives = balancer::outlives(other, &db, "SELECT SLEEP(5)", &told).await;
        assert_eq!(outlives, is_elsewhere);
    }
}
