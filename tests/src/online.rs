//! A change beside others ends as one that keeps them waiting, and goes on from what it left behind where it failed.

use std::time::{Duration, Instant};

use serde_json::json;
use tablewright::drift::verify;
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator, Retry};
use tablewright_schema::dialect::render;
use tablewright_schema::model::{CheckDef, UniqueDef};
use tablewright_schema::plan::{Fill, plan};
use tablewright_schema::{ColumnDef, DataType, Dialect, IndexPart, TableDef};

use crate::golden::build::{foreign_key, i64, id, index, table, text, texts};
use crate::runner::set;
use crate::way_back::{Files, run};

/// All promises, each on an empty database.
///
/// # Panics
/// If one is broken.
pub async fn everything(empty: impl AsyncFn() -> Database) {
    it_ends_as_any_other(&empty().await).await;
    an_index_that_failed_is_made_anew(&empty().await).await;
    an_index_that_is_half_dropped_goes(&empty().await).await;
    what_would_be_copied_is_refused(&empty().await).await;
    an_index_over_an_expression_is_made(&empty().await).await;
}

/// Where there is one at all; MySQL makes it while others only read, and is not asked for more.
async fn an_index_over_an_expression_is_made(db: &Database) {
    let people = || table("people", [id(), text("name", 20)]);
    let mut indexed = people();
    let parts = [IndexPart::asc("name"), IndexPart::expression("lower(name)")];
    indexed.indexes = vec![index("ix_people_lower", parts)].into();
    if render(&indexed, db.dialect()).is_err() {
        return;
    }
    let online = Fill { online: true, ..Fill::default() };
    let files = Files::with(db.dialect(), &[vec![people()], vec![indexed.clone()]], &online);
    let migrator = files.on(db);
    migrator.migrate_to_latest().await.unwrap();
    let drift = verify(db, &[indexed]).await.unwrap();
    assert!(drift.is_empty(), "{drift:?}");
    assert_eq!(migrator.rollback_to_version("001").await.unwrap().len(), 1);
}

fn tables() -> [Vec<TableDef>; 2] {
    let columns =
        || [id(), text("name", 20), ColumnDef::new("age", DataType::I32).nullable(), i64("friend").nullable()];
    let mut gone = table("people", columns());
    gone.indexes = vec![index("ix_people_age", [IndexPart::asc("age")])].into();
    let mut people = table("people", columns().into_iter().chain([text("town", 30).nullable()]));
    people.columns.to_mut()[2].nullable = false;
    people.indexes = vec![index("ix_people_town", [IndexPart::desc("town")])].into();
    let mut unique = UniqueDef::new("uq_people_name", &[]);
    unique.columns = texts(["name"]);
    people.uniques = vec![unique].into();
    people.checks = vec![CheckDef::new("ck_people_age", "age >= 0")].into();
    people.foreign_keys = vec![foreign_key("fk_people_friend", ["friend"], "people", ["id"])].into();
    [vec![gone], vec![people]]
}

async fn it_ends_as_any_other(db: &Database) {
    let [old, new] = tables();
    let online = Fill { online: true, ..Fill::default() };
    let planned = plan(&old, &new, db.dialect(), &online).unwrap();
    // Whether the engine was asked for anything at all.
    let asks = planned != plan(&old, &new, db.dialect(), &Fill::default()).unwrap();
    assert_eq!(asks, matches!(db.dialect(), Dialect::Postgres | Dialect::Mysql | Dialect::Mariadb));
    let files = Files::with(db.dialect(), &[old.clone(), new.clone()], &online);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    run(db, "INSERT INTO `people` (`id`, `name`, `age`) VALUES (1, 'Ann', 30)").await;
    migrator.migrate_to_latest().await.unwrap_or_else(|error| panic!("{error}\n{}", planned.statements.join("\n")));
    let drift = verify(db, &new).await.unwrap();
    assert!(drift.is_empty(), "{drift:?}\n{}", planned.statements.join("\n"));
    migrator.rollback_to_version("001").await.unwrap();
    assert!(verify(db, &old).await.unwrap().is_empty());
}

/// Only where a statement can leave something behind.
async fn an_index_that_failed_is_made_anew(db: &Database) {
    let create = "CREATE UNIQUE INDEX CONCURRENTLY \"uq_people_name\" ON \"people\" (\"name\")";
    if db.dialect().leftover(create).is_none() {
        return;
    }
    run(db, "CREATE TABLE `people` (`id` BIGINT PRIMARY KEY, `name` VARCHAR(20))").await;
    run(db, "INSERT INTO `people` (`id`, `name`) VALUES (1, 'Ann'), (2, 'Ann')").await;
    let name = db.dialect().name();
    let text = json!({
        "version": "001", "name": "n", "up_sql": { name: [create] }, "down_sql": { name: [] }, "transaction": { name: false },
    });
    let text = text.to_string();
    let migrator = Migrator::new(db, [("001.json", text.as_str())]).unwrap();
    let error = migrator.migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unique, "{error}");
    let valid = async || {
        let sql = "SELECT COUNT(*) FROM pg_index WHERE indexrelid = to_regclass('uq_people_name') AND indisvalid = ";
        let count =
            async |valid: &str| db.fetch_sql(&format!("{sql}{valid}"), &[], |row| row.get::<i64>(0)).await.unwrap();
        (count("true").await, count("false").await)
    };
    assert_eq!(valid().await, (vec![0], vec![1]), "an index that is not valid is left behind");
    run(db, "DELETE FROM `people` WHERE `id` = 2").await;
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(valid().await, (vec![1], vec![0]));
}

/// A drop that was refused half-way, behind a transaction that is open for long, ends where it is tried again; so does that of
/// an index that was never valid. Nobody is waited for without a limit.
async fn an_index_that_is_half_dropped_goes(db: &Database) {
    let name = db.dialect().name();
    let [create, drop] =
        ["CREATE UNIQUE INDEX CONCURRENTLY ix_people ON people (age)", "DROP INDEX CONCURRENTLY ix_people"];
    if db.dialect().leftover(create).is_none() {
        return;
    }
    let file = |version: &str, sql: &str| {
        let text =
            json!({ "version": version, "name": "n", "up_sql": { name: [sql] }, "transaction": { name: false } });
        (format!("{version}.json"), text.to_string())
    };
    let files = [file("001", drop), file("002", create)];
    let limit = Duration::from_millis(500);
    let migrator = || {
        let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
        migrator.lock_timeout(limit).retry(Retry::default().tries(1))
    };
    let left = async || {
        let sql = "SELECT indisvalid::int FROM pg_index WHERE indexrelid = to_regclass('ix_people')";
        db.fetch_sql(sql, &[], |row| row.get::<i32>(0)).await.unwrap()
    };
    let execute = async |sql: &str| db.execute_sql(sql, &[]).await;
    execute("CREATE TABLE people (age integer)").await.unwrap();
    execute("INSERT INTO people VALUES (1)").await.unwrap();
    execute(create).await.unwrap();
    let holds = async || {
        let blocker = db.begin().await.unwrap();
        blocker.execute_sql("UPDATE people SET age = age", &[]).await.unwrap();
        blocker
    };
    let blocker = holds().await;
    let start = Instant::now();
    let error = migrator().migrate_to("001").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    assert_eq!(left().await, [0], "it is half dropped");
    assert_eq!(migrator().migrate_to("001").await.unwrap_err().kind(), Kind::Busy);
    blocker.rollback().await.unwrap();
    assert_eq!(migrator().migrate_to("001").await.unwrap().len(), 1);
    assert_eq!(left().await, [0; 0]);

    // One that could not be made is in the way of the next try, which does not wait for ever to drop it.
    execute("INSERT INTO people VALUES (1)").await.unwrap();
    assert_eq!(migrator().migrate_to("002").await.unwrap_err().kind(), Kind::Unique);
    let blocker = holds().await;
    let error = migrator().migrate_to("002").await.unwrap_err();
    assert_eq!(error.kind(), Kind::Busy, "{error}");
    assert!(error.to_string().starts_with("migration `002`, statement 1 of 1: "), "{error}");
    blocker.rollback().await.unwrap();
    assert!(start.elapsed() < Duration::from_secs(300), "{:?}", start.elapsed());
    set::forget_all(db).await;
    // The next drop finds one that was never valid.
    execute(create).await.unwrap_err();
    assert_eq!(left().await, [0], "it is not valid");
    assert_eq!(migrator().migrate_to("001").await.unwrap().len(), 1);
    assert_eq!(left().await, [0; 0]);
}

/// Where the server is asked for an algorithm, and takes a slower one if it is not.
async fn what_would_be_copied_is_refused(db: &Database) {
    if !matches!(db.dialect(), Dialect::Mysql | Dialect::Mariadb) {
        return;
    }
    let old = table("people", [id(), ColumnDef::new("age", DataType::I32).nullable()]);
    let mut new = old.clone();
    new.columns.to_mut().push(ColumnDef::new("town", DataType::I32).nullable());
    let online = Fill { online: true, ..Fill::default() };
    let files = Files::with(db.dialect(), &[vec![old.clone()], vec![new.clone()]], &online);
    let migrator = files.on(db);
    migrator.migrate_to("001").await.unwrap();
    // Rows of this format are written anew for a column (https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html).
    run(db, "ALTER TABLE `people` ROW_FORMAT=COMPRESSED").await;
    let error = migrator.migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.contains("ALGORITHM=INSTANT is not supported"), "{error}");
    let copies = "ALTER TABLE `people` MODIFY COLUMN `age` bigint, LOCK=NONE";
    let error = db.execute_sql(copies, &[]).await.unwrap_err().to_string();
    assert!(error.contains("LOCK=NONE is not supported"), "{error}");
    assert!(verify(db, &[old]).await.unwrap().is_empty(), "nothing was changed");
    run(db, "ALTER TABLE `people` ROW_FORMAT=DYNAMIC").await;
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 1);
    assert!(verify(db, &[new]).await.unwrap().is_empty());
}
