//! A history that something happened to.

use tablewright::Executor;
use tablewright::migrate::{Ailment, AppliedMigration, MigrationLock, Progress};
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Migrator};

use super::set::{migrator, seen};

/// The last rows have no hash behind them, and are missed all the same.
pub async fn what_was_last_is_missed(db: &Database) {
    for kept in [2, 0] {
        migrator(db).migrate_to_latest().await.unwrap();
        let above = seen(db).await;
        AppliedMigration::dao(db).delete_where(AppliedMigration::POSITION.gt(kept)).await.unwrap();
        for error in [
            migrator(db).migrate_to_latest().await.unwrap_err(),
            migrator(db).plan().await.unwrap_err(),
            migrator(db).rollback_all().await.unwrap_err(),
        ] {
            assert_eq!(error.kind(), Kind::Usage);
            let text = error.to_string();
            assert!(text.contains("it had 3 rows, of which the last one, `003`, is not there any more"), "{text}");
        }
        let lost = Ailment::LostEnd { version: "003".to_owned() };
        assert_eq!(migrator(db).diagnose().await.unwrap(), [lost]);
        // Somebody did so on purpose.
        assert!(migrator(db).relink("003").await.unwrap());
        assert_eq!(migrator(db).diagnose().await.unwrap(), []);
        assert_eq!(seen(db).await.rows, above.rows, "nothing ran");
        migrator(db).rollback_all().await.unwrap();
    }
    for table in ["mig_a", "mig_b"] {
        db.execute_sql(&format!("DROP TABLE {table}"), &[]).await.unwrap();
    }

    // An older release adds rows, and says nothing of it; nor does one that was there before.
    migrator(db).migrate_to("001").await.unwrap();
    let end = MigrationLock::dao(db).find(3).await.unwrap().unwrap();
    migrator(db).migrate_to("002").await.unwrap();
    MigrationLock::dao(db).update(&end).await.unwrap();
    assert_eq!(migrator(db).diagnose().await.unwrap(), []);
    MigrationLock::dao(db).delete(3).await.unwrap();
    assert_eq!(migrator(db).diagnose().await.unwrap(), []);
    assert_eq!(migrator(db).migrate_to_latest().await.unwrap().len(), 1);

    // A column that is missing makes no database that was never migrated.
    let table = db.dialect().quoted("tablewright_migrations");
    let (old, new) = (db.dialect().quoted("applied_by"), db.dialect().quoted("applied_from"));
    let rename = if db.dialect().name() == "firebird" { "ALTER" } else { "RENAME COLUMN" };
    db.execute_sql(&format!("ALTER TABLE {table} {rename} {old} TO {new}"), &[]).await.unwrap();
    let error = migrator(db).migrate_to_latest().await.unwrap_err();
    assert_eq!(error.kind(), Kind::MissingObject, "{error}");
}

/// What is wrong is told, and mended by name only.
pub async fn by_name_only(db: &Database) {
    migrator(db).migrate_to_latest().await.unwrap();
    let above = seen(db).await;
    assert_eq!(migrator(db).diagnose().await.unwrap(), []);
    assert!(!migrator(db).relink("001").await.unwrap(), "there is nothing to do");
    assert!(!migrator(db).realign("001").await.unwrap(), "there is nothing to do");

    // Somebody changed a row.
    let patch = AppliedMigration::patch().set(AppliedMigration::CHECKSUM, "sha256:0");
    AppliedMigration::dao(db).patch(2, patch).await.unwrap();
    let (broken, changed) =
        (Ailment::BrokenChain { version: "002".to_owned() }, Ailment::ChangedFile { version: "002".to_owned() });
    assert_eq!(migrator(db).diagnose().await.unwrap(), [broken, changed.clone()]);
    let refused = migrator(db).migrate_to_latest().await.unwrap_err().to_string();
    assert!(refused.starts_with("the history of migrations was changed by hand at `002`"), "{refused}");
    let other = migrator(db).relink("003").await.unwrap_err().to_string();
    assert_eq!(other, "the history was changed by hand at `002`, not at `003`");
    let unknown = migrator(db).relink("0002").await.unwrap_err().to_string();
    assert_eq!(unknown, "the database has no migration `0002`; did you mean `002`?");
    assert!(migrator(db).relink("002").await.unwrap());
    assert_eq!(migrator(db).diagnose().await.unwrap(), [changed]);

    // The row is another one than the file says.
    let refused = migrator(db).migrate_to_latest().await.unwrap_err().to_string();
    assert!(refused.starts_with("migration `002` was changed after it was applied"), "{refused}");
    // What else was changed is not declared right with it.
    let patch = AppliedMigration::patch().set(AppliedMigration::APPLIED_BY, "nobody");
    AppliedMigration::dao(db).patch(3, patch).await.unwrap();
    assert!(migrator(db).realign("002").await.unwrap());
    let later = Ailment::BrokenChain { version: "003".to_owned() };
    assert_eq!(migrator(db).diagnose().await.unwrap(), [later]);
    let other = migrator(db).realign("003").await.unwrap_err().to_string();
    assert_eq!(other, "the history was changed by hand at `003`: `relink` it first if it is right");
    assert!(migrator(db).relink("003").await.unwrap());
    assert_eq!(migrator(db).diagnose().await.unwrap(), []);
    // That it is finished is no more than the history says.
    let patch = AppliedMigration::patch().set(AppliedMigration::STATE, Progress::Stopped);
    AppliedMigration::dao(db).patch(3, patch).await.unwrap();
    let refused = migrator(db).migrate_to_latest().await.unwrap_err().to_string();
    assert!(refused.starts_with("the history of migrations was changed by hand at `003`"), "{refused}");
    let patch = AppliedMigration::patch().set(AppliedMigration::STATE, Progress::Applied);
    AppliedMigration::dao(db).patch(3, patch).await.unwrap();
    assert_eq!(migrator(db).diagnose().await.unwrap(), []);
    assert_eq!(migrator(db).migrate_to_latest().await.unwrap(), []);
    assert_eq!(seen(db).await, above);
    let finished = migrator(db).forget("003").await.unwrap_err().to_string();
    assert_eq!(finished, "migration `003` is finished: take it back with `rollback_to_version`");

    // One that stopped is forgotten, and begun anew.
    let statements = ["CREATE TABLE mig_c (id INTEGER)", "INSERT INTO mig_missing (id) VALUES (1)"];
    let file = serde_json::json!({
        "version": "004", "name": "four", "up_sql": statements, "transaction": false,
    });
    let mut files = super::set::files();
    files.push(("004.json".to_owned(), file.to_string()));
    let four = || {
        let migrator = Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
        migrator.function("add_ten", async |_| Ok(()))
    };
    four().migrate_to_latest().await.unwrap_err();
    let unfinished = Ailment::Unfinished { version: "004".to_owned(), back: false, done: 1, in_doubt: false };
    assert_eq!(four().diagnose().await.unwrap(), [unfinished]);
    db.execute_sql("DROP TABLE mig_c", &[]).await.unwrap();
    four().forget("004").await.unwrap();
    assert_eq!(four().diagnose().await.unwrap(), []);
    let error = four().migrate_to_latest().await.unwrap_err().to_string();
    assert!(error.contains("statement 2 of 2"), "it began anew: {error}");
    let states: Vec<_> = four().get_applied_migrations().await.unwrap().iter().map(|row| row.state).collect();
    assert_eq!(states[3], Progress::Stopped, "{}", db.dialect());

    // A history of which half was made is made whole.
    let lock = match db.dialect().name() {
        "mysql" | "mariadb" => "DROP TABLE tablewright_migration_lock",
        _ => "DROP TABLE \"tablewright_migration_lock\"",
    };
    db.execute_sql(lock, &[]).await.unwrap();
    four().forget("004").await.unwrap();
}
