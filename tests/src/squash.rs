//! One migration in place of several, on any engine: who has all of them has it, who has none runs it, who has some is told.

use serde_json::json;
use tablewright::HandwrittenSql;
use tablewright::migrate::{Ailment, MigrationFolder, Standing};
use tablewright::prelude::*;

const VERSIONS: [&str; 3] = ["001", "002", "003"];

/// Three migrations in a folder, of which the last one needs the first.
fn three() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let add = |version: &str, needs: &[&str], up: &str, down: &str| {
        let file =
            json!({ "version": version, "name": version, "dependencies": needs, "up_sql": [up], "down_sql": [down] });
        MigrationFolder::open(folder.path()).unwrap().save_migration(&file.to_string()).unwrap();
    };
    add("001", &[], "CREATE TABLE sq_a (id INTEGER NOT NULL PRIMARY KEY, n INTEGER)", "DROP TABLE sq_a");
    add("002", &["001"], "INSERT INTO sq_a (id, n) VALUES (1, 1)", "DELETE FROM sq_a");
    add("003", &["001", "002"], "UPDATE sq_a SET n = 2", "UPDATE sq_a SET n = 1");
    folder
}

fn opened(folder: &tempfile::TempDir) -> MigrationFolder {
    MigrationFolder::open(folder.path()).unwrap()
}

async fn numbers(db: &Database) -> Vec<i64> {
    db.fetch_sql("SELECT n FROM sq_a ORDER BY id", &[], |row| row.get::<i32>(0).map(i64::from)).await.unwrap()
}

/// Only where an index can be made outside of a transaction, and nowhere else.
async fn what_stands_in_no_transaction_goes_on_to(db: &Database) {
    let index = "CREATE INDEX CONCURRENTLY ix_sq_b ON sq_b (n)";
    if db.dialect().leftover(index).is_none() {
        return;
    }
    let (folder, name) = (tempfile::tempdir().unwrap(), db.dialect().name());
    let first = json!({ "version": "001", "name": "b", "up_sql": { name: ["CREATE TABLE sq_b (n integer)"] } });
    let second = json!({ "version": "002", "name": "i", "up_sql": { name: [index] }, "transaction": { name: false } });
    for file in [first, second] {
        opened(&folder).save_migration(&file.to_string()).unwrap();
    }
    opened(&folder).squash("002", "both", false).unwrap();
    opened(&folder).migrator(db).unwrap().migrate_to_latest().await.unwrap();
}

/// All of it, each on an empty database.
pub async fn everything(empty: impl AsyncFn() -> Database) {
    what_stands_in_no_transaction_goes_on_to(&empty().await).await;
    let (all, none, some) = (empty().await, empty().await, empty().await);
    let folder = three();
    opened(&folder).migrator(&all).unwrap().migrate_to_latest().await.unwrap();
    opened(&folder).migrator(&some).unwrap().migrate_to("001").await.unwrap();

    let path = opened(&folder).squash("002", "The beginning", false).unwrap();
    assert_eq!(path.file_name().unwrap(), "002_the_beginning.json");
    let names: Vec<String> = opened(&folder).files().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(names, ["002_the_beginning.json", "003_003.json"]);
    assert_eq!(opened(&folder).faults(), []);

    let files = opened(&folder);
    let migrator = files.migrator(&all).unwrap();
    assert_eq!(migrator.migrate_to_latest().await.unwrap(), [], "it is there already");
    let status = migrator.status().await.unwrap();
    assert!(status.iter().all(|status| matches!(status.standing, Standing::Applied(_))), "{status:?}");
    assert_eq!(status.len(), 2);

    // The file of that version is another one now, and the history knows those that it replaces.
    for version in ["001", "002"] {
        let error = migrator.realign(version).await.unwrap_err();
        assert_eq!(error.kind(), Kind::Usage, "{error}");
    }
    let error = migrator.realign("002").await.unwrap_err().to_string();
    assert!(error.starts_with("migration `002` replaces others, which the database has as they were"), "{error}");
    assert_eq!(migrator.diagnose().await.unwrap(), [], "the history is as it was");

    let migrator = files.migrator(&none).unwrap();
    let runs = migrator.migrate_to_latest().await.unwrap();
    assert_eq!(runs.iter().map(|run| &*run.version).collect::<Vec<_>>(), ["002", "003"]);
    assert_eq!((numbers(&none).await, numbers(&all).await), (vec![2], vec![2]));
    assert!(matches!(migrator.status().await.unwrap()[0].standing, Standing::Applied(_)));

    let migrator = files.migrator(&some).unwrap();
    let error = migrator.migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage);
    assert_eq!(
        error.to_string(),
        "migration `002` replaces others, of which the database has some, and not (or not as they were) `002`: migrate it \
         with a program that still has those, then with this one"
    );
    assert_eq!(migrator.status().await.unwrap()[0].standing, Standing::Partly(vec!["002".to_owned()]));
    let partly = Ailment::Partly { version: "002".to_owned(), missing: vec!["002".to_owned()] };
    assert_eq!(partly.to_string(), error.to_string());
    assert_eq!(migrator.diagnose().await.unwrap(), [partly], "what `migrate` refuses is wrong");
    opened(&three()).migrator(&some).unwrap().migrate_to("002").await.unwrap();
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 1, "then it goes on");

    // The one that replaces is replaced: those who have its parts, or it, have the new one.
    opened(&folder).squash("003", "all", false).unwrap();
    let files = opened(&folder);
    for db in [&all, &none, &some] {
        assert_eq!(files.migrator(db).unwrap().migrate_to_latest().await.unwrap(), []);
    }
    // The history keeps the ways back of what was replaced.
    assert_eq!(
        files
            .migrator(&all)
            .unwrap()
            .give_up("002")
            .give_up("003")
            .rollback_to_version(VERSIONS[0])
            .await
            .unwrap()
            .len(),
        2
    );
    assert_eq!(numbers(&all).await, [0_i64; 0]);
    assert!(matches!(files.migrator(&all).unwrap().status().await.unwrap()[0].standing, Standing::Partly(_)));
    let error = opened(&folder).squash("003", "again", false).unwrap_err().to_string();
    assert_eq!(error, "there have to be two migrations or more to replace them by one");
}
