//! MariaDB is held to the conformance suite, and to what a server can do to its clients.

mod mysql_family;

use tablewright::prelude::*;
use tablewright_schema::Dialect;
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::server;
use tablewright_tests::table::Suite;

use self::mysql_family::empty;

/// MariaDB, each time with a new database.
struct Mariadb;

impl EngineUnderTest for Mariadb {
    async fn database(&self) -> Database {
        let db = empty("mariadb", "").await;
        Suite::create(&db).await.unwrap();
        db
    }

    fn lacks(&self, ability: Ability) -> bool {
        match ability {
            Ability::ReadsBesideAWriter
            | Ability::ExpressionDefaults
            | Ability::Microseconds
            | Ability::LongLists
            | Ability::UnpaddedComparison => false,
        }
    }
}

tablewright_tests::conformance!(Mariadb, if is_there());

fn is_there() -> bool {
    server::url("mariadb").is_some()
}

mysql_family::tests!("mariadb", Dialect::Mariadb, if is_there());
