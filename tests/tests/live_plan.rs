//! Random changes of schemas on each engine. `TABLEWRIGHT_SEED` and `TABLEWRIGHT_CASES` choose others, and more of them.

use tablewright::prelude::*;
use tablewright_tests::golden::{changes, kept, online};
use tablewright_tests::keep::comes_back;
use tablewright_tests::kept_rows::come_and_go;
use tablewright_tests::plan::{conversions, executed, filled, holds, regressions};

/// The first seed and how many.
fn cases() -> (u64, u64) {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse().ok());
    (number("TABLEWRIGHT_SEED").unwrap_or(1), number("TABLEWRIGHT_CASES").unwrap_or(25))
}

async fn changes(empty: impl AsyncFn() -> Database) {
    let (seed, count) = cases();
    if std::env::var_os("TABLEWRIGHT_SEED").is_none() {
        regressions(&empty).await;
    }
    holds(empty, seed, count).await;
}

#[tokio::test]
async fn sqlite_changes() {
    changes(async || Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[tokio::test]
async fn sqlite_converts() {
    converts(Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[tokio::test]
async fn sqlite_executes_plans() {
    executes(async || Database::connect("sqlite::memory:").await.unwrap()).await;
}

/// The changes of the golden files.
async fn executes(empty: impl AsyncFn() -> Database) {
    assert_eq!(executed::golden(&empty, changes::cases).await, (49, 2), "executed, and refused");
    assert_eq!(executed::golden(&empty, online::others).await.1, 0, "refused beside others");
    assert_eq!(executed::golden(&empty, kept::cases).await, (8, 1), "executed, and refused");
    filled::fits_the_new_type(&empty).await;
    filled::is_asked_by_the_old_names(&empty).await;
}

/// Values of each type become those of another.
async fn converts(db: Database) {
    println!("{}: {} values", db.dialect(), conversions::agree(&db).await);
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn changes_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_none() {
        return;
    }
    changes(async || Database::connect(&fresh::url(engine, "plan").await).await.unwrap()).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn converts_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        converts(Database::connect(&fresh::url(engine, "convert").await).await.unwrap()).await;
    }
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn executes_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        executes(async || Database::connect(&fresh::url(engine, "executed").await).await.unwrap()).await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_executes_plans() {
    executes_on_server("postgres").await;
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_keeps_what_is_written_meanwhile() {
    use tablewright_tests::keep::what_is_written_meanwhile_is_kept;
    use tablewright_tests::server::{self, fresh};

    if server::url("postgres").is_some() {
        what_is_written_meanwhile_is_kept(
            &Database::connect(&fresh::url("postgres", "meanwhile").await).await.unwrap(),
        )
        .await;
    }
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_executes_plans() {
    executes_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_executes_plans() {
    executes_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_executes_plans() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        executes(async || Database::connect(&server::firebird::new_database()).await.unwrap()).await;
    }
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_makes_few_formats() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        tablewright_tests::plan::formats::are_few(&Database::connect(&server::firebird::new_database()).await.unwrap())
            .await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_converts() {
    converts_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_converts() {
    converts_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_converts() {
    converts_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_converts() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        converts(Database::connect(&server::firebird::new_database()).await.unwrap()).await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_changes() {
    changes_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_changes() {
    changes_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_changes() {
    changes_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_changes() {
    use tablewright_tests::server;

    if server::url("firebird").is_none() {
        return;
    }
    changes(async || Database::connect(&server::firebird::new_database()).await.unwrap()).await;
}

/// What is dropped comes back.
async fn keeps(empty: impl AsyncFn() -> Database) {
    comes_back(&empty, 8).await;
    come_and_go(&empty).await;
}

#[tokio::test]
async fn sqlite_keeps() {
    keeps(async || Database::connect("sqlite::memory:").await.unwrap()).await;
}

#[cfg(any(feature = "mysql", feature = "postgres"))]
async fn keeps_on_server(engine: &str) {
    use tablewright_tests::server::{self, fresh};

    if server::url(engine).is_some() {
        keeps(async || Database::connect(&fresh::url(engine, "keep").await).await.unwrap()).await;
    }
}

#[cfg(feature = "postgres")]
#[tokio::test]
async fn postgres_keeps() {
    keeps_on_server("postgres").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mysql_keeps() {
    keeps_on_server("mysql").await;
}

#[cfg(feature = "mysql")]
#[tokio::test]
async fn mariadb_keeps() {
    keeps_on_server("mariadb").await;
}

#[cfg(feature = "firebird")]
#[tokio::test]
async fn firebird_keeps() {
    use tablewright_tests::server;

    if server::url("firebird").is_some() {
        keeps(async || Database::connect(&server::firebird::new_database()).await.unwrap()).await;
    }
}
