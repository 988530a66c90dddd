//! Whether a password shows: in an error, in what lies below it, in `Debug`, in traces.

use std::error::Error as _;
use std::time::Duration;

use tablewright::{Database, Error, HandwrittenSql, Kind, Retry};

use crate::traced::traced;

/// A password, as it is written in a URL.
pub const PASSWORD: &str = "geheim%2Fwort";
/// Either of its halves gives it away.
const HALVES: [&str; 2] = ["geheim", "wort"];

/// Opens a database, asks it for something, and makes sure that nothing of that says the password.
///
/// # Panics
/// If it shows.
pub async fn are_kept(url: &str) -> Option<Error> {
    let work = async {
        tracing::info!("opening");
        let db = Database::connect(url).await?;
        let shown = format!("{db:?} {:?} {:?}", db.pool(), db.product());
        assert_kept(&shown, url);
        db.execute_sql("SELECT nothing FROM nowhere", &[]).await?;
        db.close().await
    };
    let (result, traced) = traced(work).await;
    let error = result.err();
    assert!(traced.contains("opening"), "nothing is traced");
    assert_kept(&traced, url);
    if let Some(error) = &error {
        assert_error_keeps(error, url);
    }
    error
}

/// Makes sure that a server refuses this password and that it shows nowhere. The URL has another.
///
/// # Panics
/// If the server does not refuse it, or if it shows.
pub async fn are_kept_by_server(url: &str) {
    let (scheme, rest) = url.split_once("://").unwrap();
    let (login, place) = rest.rsplit_once('@').unwrap();
    let user = login.split_once(':').map_or(login, |(user, _)| user);
    let wrong = format!("{scheme}://{user}:{PASSWORD}@{place}");
    let error = are_kept(&wrong).await.expect("a wrong password was taken");
    assert_eq!(error.kind(), Kind::Login, "{error}");
    // Another try would not help, and could lock the account.
    let patient = Retry::default().tries(2).waits(Duration::from_secs(3_600), Duration::from_secs(3_600));
    let again = tokio::time::timeout(Duration::from_secs(60), Database::connect_retrying(&wrong, patient)).await;
    assert_eq!(again.expect("it is tried again").unwrap_err().kind(), Kind::Login);
}

/// Makes sure that an error and all below it keep it.
///
/// # Panics
/// If it shows.
pub fn assert_error_keeps(error: &Error, place: &str) {
    assert_kept(&format!("{error} {error:?} {error:#?}"), place);
    let mut source = error.source();
    while let Some(below) = source {
        assert_kept(&format!("{below} {below:?}"), place);
        source = below.source();
    }
}

/// Makes sure that a text keeps it.
///
/// # Panics
/// If it shows.
pub fn assert_kept(text: &str, place: &str) {
    for half in HALVES {
        assert!(!text.contains(half), "`{half}` shows for {place}: {text}");
    }
}
