//! Firebird is held to the conformance suite, on the server that `TABLEWRIGHT_FIREBIRD_URL` names.

use std::sync::atomic::{AtomicU32, Ordering};

use firebird_wire::{ConnectConfig, Connection};
use tablewright::Kind;
use tablewright::prelude::*;
use tablewright_schema::Dialect;
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::golden::{case, text};
use tablewright_tests::table::Suite;
use tablewright_tests::table::library::{Author, NewAuthor};

const VARIABLE: &str = "TABLEWRIGHT_FIREBIRD_URL";

/// Firebird on a server.
struct Firebird;

impl EngineUnderTest for Firebird {
    async fn database(&self) -> Database {
        let db = Database::connect(&new_database()).await.unwrap();
        Suite::create(&db).await.unwrap();
        db
    }

    fn lacks(&self, ability: Ability) -> bool {
        match ability {
            // A DEFAULT is a constant or the current time.
            Ability::ExpressionDefaults => true,
            Ability::ReadsBesideAWriter => false,
        }
    }

    fn is_here(&self) -> bool {
        url().is_some()
    }
}

tablewright_tests::conformance!(Firebird);

fn url() -> Option<String> {
    let url = std::env::var(VARIABLE).ok();
    if url.is_none() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{VARIABLE} is not set");
        eprintln!("skipped: no {VARIABLE}");
    }
    url
}

/// Makes a database beside the one that the variable names, and gives its URL. It stays: the crate cannot drop one, and
/// the folder goes with the server.
fn new_database() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let url = url().unwrap();
    let (login, server) = url.strip_prefix("firebird://").unwrap().split_once('@').unwrap();
    let (user, password) = login.split_once(':').unwrap();
    let (server, path) = server.split_once('/').unwrap();
    let (host, port) = server.split_once(':').unwrap_or((server, "3050"));
    let path = path.split('?').next().unwrap().trim_end_matches(".fdb");
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = format!("{path}_{}_{number}.fdb", std::process::id());
    let config = ConnectConfig::new().host(host).port(port.parse().unwrap()).user(user).password(password);
    Connection::create_database(&config.database(format!("/{path}"))).unwrap().close().unwrap();
    format!("firebird://{login}@{server}/{path}")
}
