//! What an administrator made the default of a database is not what is relied on.

use tablewright::prelude::*;
use tablewright_tests::runner::races;
use tablewright_tests::server::fresh;

use super::{is_there, one};

#[tokio::test(flavor = "multi_thread")]
async fn defaults_of_the_database_change_nothing() {
    if !is_there() {
        return;
    }
    let url = fresh::url("postgres", "defaults").await;
    let before = Database::connect(&url).await.unwrap();
    let name = one(&before, "SELECT current_database()::text", |row| row.text(0).map(str::to_owned)).await;
    for set in [
        "standard_conforming_strings = off",
        "default_transaction_isolation = 'serializable'",
        "idle_in_transaction_session_timeout = '1s'",
    ] {
        before.execute_sql(&format!("ALTER DATABASE {name} SET {set}"), &[]).await.unwrap();
    }
    // They are those of connections that are opened from now on.
    before.close().await.unwrap();
    let db = Database::connect(&url).await.unwrap();
    let shown = |what| one(&db, what, |row| row.text(0).map(str::to_owned));
    assert_eq!(shown("SHOW default_transaction_isolation").await, "serializable");
    assert_eq!(shown(r"SELECT 'a\b\'::text").await, r"a\b\");
    races::what_is_done_is_seen(&db).await;
    db.close().await.unwrap();
}
