//! Functions of the program that migrations name, and what is known before anything runs.

use serde_json::json;
use tablewright::migrate::{Effect, Standing};
use tablewright::prelude::*;
use tablewright::{Executor, HandwrittenSql, Migrator};

use super::set::{files, migrator, seen};

fn from(db: &Database) -> Migrator<'_> {
    let files = files();
    Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

/// What one does is part of the migration, also when it fails.
pub async fn run_once(db: &Database) {
    let failing = from(db).function("add_ten", async |tx| {
        tx.execute_sql("UPDATE mig_a SET n = n + 10", &[]).await?;
        Err(Error::new(Kind::Other, "no mood"))
    });
    let error = failing.migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.starts_with("migration `002`, statement ") && error.contains("no mood"), "{error}");
    assert_eq!(seen(db).await.rows, [2, 1], "what it did is undone");
    migrator(db).migrate_to_latest().await.unwrap();
    assert_eq!(seen(db).await.rows, [112, 1]);
}

/// What an earlier migration touches is asked when that has run: before, the names are those of something else.
pub async fn questions_wait_for_their_turn(db: &Database) {
    migrator(db).migrate_to("001").await.unwrap();
    let file = |version: &str, up: &[&str], sql: &str| {
        let question = json!({ db.dialect().name(): [{ "sql": sql, "message": "`n` is there" }] });
        let file = json!({ "version": version, "name": version, "up_sql": up, "preflight": question });
        (format!("{version}.json"), file.to_string())
    };
    let rename = if db.dialect().name() == "firebird" { "ALTER n TO old_n" } else { "RENAME COLUMN n TO old_n" };
    let rename = format!("ALTER TABLE mig_a {rename}");
    let mut files = files();
    files.truncate(1);
    files.push(file("002", &[&rename, "ALTER TABLE mig_a ADD n INTEGER"], "SELECT COUNT(*) FROM mig_a WHERE n = 9"));
    // Of the old one the answer would be 1.
    files.push(file("003", &["CREATE TABLE mig_z (id INTEGER)"], "SELECT COUNT(*) FROM mig_a WHERE n IS NOT NULL"));
    let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    let rows: Vec<_> = migrator.plan().await.unwrap().iter().map(|planned| planned.questions[0].rows).collect();
    assert_eq!(rows, [Some(0), None], "{}", db.dialect());
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 2);
}

/// Where a change of the schema is part of no transaction, one in a function would make permanent what is before it: it is
/// refused. What commits unseen is noticed, and never counts as done.
pub async fn commit_nothing_half_way(db: &Database) {
    if db.dialect().transactional_ddl() {
        return;
    }
    let tables = async || db.fetch_sql(db.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    let changing = from(db).function("add_ten", async |tx| {
        tx.execute_sql("UPDATE mig_a SET n = n + 10", &[]).await?;
        tx.execute_sql("CREATE TABLE mig_inside (id INTEGER)", &[]).await.map(drop)
    });
    let error = changing.migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Unsupported);
    let text = error.to_string();
    assert!(text.contains("make it a statement of the migration; those before it took effect"), "{text}");
    assert!(!tables().await.iter().any(|table| table.to_lowercase() == "mig_inside"), "nothing ran");
    assert_eq!(seen(db).await.rows, [2, 1], "what was before it is undone");

    if db.dialect().name() == "firebird" {
        // Its procedures cannot change the schema.
        migrator(db).migrate_to_latest().await.unwrap();
        return;
    }
    db.execute_sql("CREATE PROCEDURE mig_p() CREATE TABLE mig_inside (id INTEGER)", &[]).await.unwrap();
    let hiding = from(db).function("add_ten", async |tx| {
        tx.execute_sql("UPDATE mig_a SET n = n + 10", &[]).await?;
        tx.execute_sql("CALL mig_p()", &[]).await?;
        // As the engine says it, so that it would be tried again.
        Err(Error::new(Kind::Deadlock, "met another one"))
    });
    let text = hiding.migrate_to_latest().await.unwrap_err().to_string();
    assert!(text.contains("something in it committed what was before"), "{text}");
    let again = migrator(db).migrate_to_latest().await.unwrap_err().to_string();
    assert!(again.starts_with("migration `002` was cut off in its statement 3"), "{again}");
    assert_eq!(seen(db).await.rows, [12, 1], "it ran once");
    migrator(db).resolve("002", Effect::Took).await.unwrap();
    migrator(db).migrate_to_latest().await.unwrap();
    assert_eq!(seen(db).await.rows, [112, 1]);
}

/// One that is missing, and one that nobody needs, are told before anything is touched.
pub async fn have_to_be_there(db: &Database) {
    let none = from(db).migrate_to_latest().await.unwrap_err();
    assert_eq!(none.kind(), Kind::Usage);
    assert_eq!(
        none.to_string(),
        "migration `002`: the function `add_ten` is not registered: give it to `Migrator::function`"
    );
    let other = from(db).function("add_tens", async |_| Ok(())).migrate_to_latest().await.unwrap_err();
    assert_eq!(
        other.to_string(),
        "migration `002`: the function `add_ten` is not registered: give it to `Migrator::function`; did you mean \
         `add_tens`, which is?; no migration names the function `add_tens`; did you mean `add_ten`?"
    );
    let tables = db.fetch_sql(db.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    assert_eq!(tables, [""; 0], "nothing was touched");
}

/// A plan tells what would run and what the rows say, and touches nothing.
pub async fn a_plan_touches_nothing(db: &Database) {
    let plan = migrator(db).plan().await.unwrap();
    let versions: Vec<_> = plan.iter().map(|planned| (planned.version.as_str(), planned.statements.len())).collect();
    assert_eq!(versions[0], ("001", 4));
    assert_eq!(versions.len(), 3);
    assert_eq!(plan[0].is_one_transaction, db.dialect().transactional_ddl());
    assert!(!plan[1].is_one_transaction);
    assert_eq!(migrator(db).plan_to("001").await.unwrap().len(), 1);
    let pending = migrator(db).pending().await.unwrap();
    assert!(pending.len() == 3 && pending.iter().all(|status| status.standing == Standing::Pending));
    let tables = db.fetch_sql(db.dialect().tables_query(), &[], |row| row.get::<String>(0)).await.unwrap();
    assert_eq!(tables, [""; 0], "nothing was touched");

    // All that is asked is asked before the first statement of the first migration.
    let question = |sql: &str, message: &str| json!({ db.dialect().name(): [{ "sql": sql, "message": message }] });
    let file = |version: &str, table: &str, preflight| {
        let up = format!("CREATE TABLE {table} (id INTEGER)");
        let file = json!({ "version": version, "name": version, "up_sql": [up], "preflight": preflight });
        (format!("{version}.json"), file.to_string())
    };
    migrator(db).migrate_to("001").await.unwrap();
    let mut files = files();
    files.truncate(1);
    files.push(file("002", "mig_x", question("SELECT COUNT(*) FROM mig_a WHERE n = 0", "`mig_a.n` is 0")));
    files.push(file("003", "mig_y", question("SELECT COUNT(*) FROM mig_a WHERE n = 2", "`mig_a.n` is 2")));
    files.push(file("004", "mig_z", question("SELECT COUNT(*) FROM mig_x", "`mig_x` has rows")));
    let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    let rows: Vec<_> = migrator.plan().await.unwrap().iter().map(|planned| planned.questions[0].rows).collect();
    assert_eq!(rows, [Some(0), Some(1), None], "the table of the last question is still to be made");
    let error = migrator.migrate_to_latest().await.unwrap_err().to_string();
    assert_eq!(error, "migration `003`: the rows do not fit, and nothing was touched: 1 times: `mig_a.n` is 2");
    let applied = migrator.get_applied_migrations().await.unwrap();
    assert_eq!(applied.len(), 1, "`002` was not run either");
    db.execute_sql("UPDATE mig_a SET n = 1", &[]).await.unwrap();
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 3);
}
