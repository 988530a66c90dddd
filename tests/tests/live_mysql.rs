//! MySQL is held to the conformance suite, and to what a server can do to its clients.

mod mysql_family;

use tablewright::prelude::*;
use tablewright_schema::Dialect;
use tablewright_tests::case::{Ability, EngineUnderTest};
use tablewright_tests::server;
use tablewright_tests::table::Suite;

use self::mysql_family::empty;

/// MySQL, each time with a new database.
struct Mysql;

impl EngineUnderTest for Mysql {
    async fn database(&self) -> Database {
        let db = empty("mysql", "").await;
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

tablewright_tests::conformance!(Mysql, if is_there());

fn is_there() -> bool {
    server::url("mysql").is_some()
}

mysql_family::tests!("mysql", Dialect::Mysql, if is_there());
