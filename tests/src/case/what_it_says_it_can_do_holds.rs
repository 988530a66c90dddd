//! An engine knows itself: its product is that of its dialect, and what it says it can do it does.

use tablewright::driver::{Operation, ProductName, Statement};
use tablewright::{Error, Executor, HandwrittenSql, Kind};
use tablewright_schema::Dialect;

use super::EngineUnderTest;
use crate::table::library::{Author, NewAuthor};

/// Holds the engine to it.
pub async fn holds(engine: &impl EngineUnderTest) {
    let db = engine.database().await;
    let (capabilities, dialect) = (db.capabilities(), db.dialect());
    let product = db.product().expect("every driver knows what it leads to");
    let expected = match product.name {
        ProductName::Sqlite => Dialect::Sqlite,
        ProductName::Postgres => Dialect::Postgres,
        ProductName::Mysql => Dialect::Mysql,
        ProductName::MariaDb => Dialect::Mariadb,
        ProductName::Firebird => Dialect::Firebird,
        ProductName::SqlServer => Dialect::SqlServer,
        ProductName::Oracle => Dialect::Oracle,
        other => panic!("{other} is none of the engines that are tested"),
    };
    assert_eq!(dialect, expected);
    let version = db.version().await.unwrap();
    assert!(!product.version.is_empty() && version.contains(&product.version), "{product}: {version}");
    assert_eq!(db.read_only().product(), Some(product));

    let tx = db.begin().await.unwrap();
    let create = Statement::built("CREATE TABLE undone (id INTEGER)", Operation::Ddl);
    let is_accepted = tx.execute(create, &[]).await.is_ok();
    // Where one cannot be used before it is committed, this commits it.
    Author::dao(&tx).create(NewAuthor::new("beside it")).await.unwrap();
    // Where a change of the schema is permanent at once, that is told.
    let is_undone = tx.rollback().await.is_ok();
    let is_there = db.fetch_sql("SELECT COUNT(*) FROM undone", &[], |row| row.i64(0)).await.is_ok();
    let found = (is_accepted, is_undone, is_there);
    assert_ne!(is_undone, is_there, "what stays is told, and nothing else is: {found:?}");
    assert_eq!(found == (true, true, false), capabilities.transactional_ddl, "{found:?}");

    let tx = db.begin().await.unwrap();
    let undone = tx
        .transaction(async |inner| {
            Author::dao(inner).create(NewAuthor::new("undone")).await?;
            Err::<(), _>(Error::new(Kind::Other, "undo it"))
        })
        .await;
    assert!(undone.is_err());
    Author::dao(&tx).create(NewAuthor::new("kept")).await.unwrap();
    tx.commit().await.unwrap();
    let authors = Author::dao(&db).all().await.unwrap();
    let names: Vec<&str> = authors.iter().map(|author| author.name.as_str()).collect();
    assert_eq!(names == ["kept"], capabilities.savepoints, "{names:?}");
}
