//! Migrations that stopped or were cut off: what goes on first, and what somebody says of them.

use serde_json::json;
use tablewright::Migrator;
use tablewright::migrate::{AppliedMigration, Effect, Progress};
use tablewright::prelude::*;
use tablewright_schema::migration::checksum;

const TABLE: &str = "CREATE TABLE mig_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)";
const ROW: &str = "INSERT INTO mig_a (id, n) VALUES (1, 1)";
const MORE: &str = "UPDATE mig_a SET n = n + 1";
const WRONG: &str = "INSERT INTO mig_missing (id) VALUES (1)";

/// Migrations that run statement by statement.
fn migrator<'a>(db: &'a Database, files: &[(&str, &[&str])]) -> Migrator<'a> {
    let files: Vec<(String, String)> = files
        .iter()
        .map(|(version, up)| {
            let file =
                json!({ "version": version, "name": "n", "transaction": false, "up_sql": up, "down_sql": [MORE] });
            (format!("{version}.json"), file.to_string())
        })
        .collect();
    Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap()
}

async fn row(db: &Database, position: i32) -> AppliedMigration {
    AppliedMigration::dao(db).find(position).await.unwrap().unwrap()
}

/// Nobody can say of a statement that ran that it was another one.
pub async fn only_what_ran_becomes_history(db: &Database) {
    migrator(db, &[("001", &[TABLE, ROW, MORE])]).migrate_to_latest().await.unwrap();
    // As a runner leaves it that dies in the third statement.
    let done = checksum::of_text(&[TABLE, ROW].join("\0"));
    let running = Some(checksum::of_text(MORE));
    let cut = AppliedMigration { state: Progress::Applying, step: 2, done, running, ..row(db, 1).await };
    let whole = migrator(db, &[("001", &[TABLE, ROW, MORE])]);
    AppliedMigration::dao(db).update(&cut).await.unwrap();
    assert!(whole.relink("001").await.unwrap());
    let cut = row(db, 1).await;
    let refused = async |files: &[(&str, &[&str])], effect: Effect| {
        let error = migrator(db, files).resolve("001", effect).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");
        assert_eq!(row(db, 1).await, cut, "{}: nothing was written", db.dialect());
        error.to_string()
    };
    let unknown = refused(&[("002", &[MORE])], Effect::Took).await;
    assert!(unknown.contains("this program does not know it"), "{unknown}");
    let other: (&str, &[&str]) = ("001", &[TABLE, ROW, "UPDATE mig_a SET n = n + 2"]);
    let edited = refused(&[other], Effect::Took).await;
    assert!(edited.contains("cut off in its statement 3, and that is another one in its file now"), "{edited}");
    let before = refused(&[("001", &[TABLE, MORE, MORE])], Effect::None).await;
    assert!(before.contains("stopped after 2 statements, and those are other ones in its file now"), "{before}");
    // One that had no effect may be mended.
    migrator(db, &[other]).resolve("001", Effect::None).await.unwrap();
    assert_eq!((row(db, 1).await.state, row(db, 1).await.step), (Progress::Stopped, 2));
    AppliedMigration::dao(db).update(&cut).await.unwrap();
    whole.resolve("001", Effect::Took).await.unwrap();
    assert_eq!((row(db, 1).await.state, row(db, 1).await.step), (Progress::Stopped, 3));
}

/// Whatever the target is: nothing is added behind an open link. And nobody goes back to what is only half there.
pub async fn what_stopped_goes_on_first(db: &Database) {
    let late = "CREATE TABLE mig_late (id INTEGER)";
    migrator(db, &[("001", &[TABLE]), ("003", &[ROW, WRONG])]).migrate_to_latest().await.unwrap_err();
    let mended = migrator(db, &[("001", &[TABLE]), ("002", &[late]), ("003", &[ROW, MORE])]);
    let half = mended.rollback_to_version("003").await.unwrap_err().to_string();
    assert!(half.contains("migration `003` stopped at its statement 2, so there is no way back to it"), "{half}");
    let planned = mended.plan_to("002").await.unwrap();
    assert_eq!(planned.iter().map(|planned| &*planned.version).collect::<Vec<_>>(), ["003", "002"]);
    assert_eq!(mended.migrate_to("001").await.unwrap(), [], "nothing is pending up to there");
    let runs = mended.migrate_to("002").await.unwrap();
    assert_eq!(runs.iter().map(|run| &*run.version).collect::<Vec<_>>(), ["003", "002"]);
    assert_eq!(mended.diagnose().await.unwrap(), []);
}
