//! The migrations lead to what the structs say, with the rows that are there meanwhile.

use std::fs;

use orthanc::Orthanc;
use orthanc::table::{OrthancConfig, ReferringDoctor};
use tablewright::Database;
use tablewright::migrate::MigrationFolder;
use tablewright::prelude::*;
use tablewright::schema::TableDef;
use tablewright::schema::migration::Migration;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");

#[tokio::test]
async fn there_and_back_and_there() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::connect(&format!("sqlite://{}", folder.path().join("orthanc.db").display())).await.unwrap();
    let migrator = Orthanc::migrator(&db).unwrap();
    let runs = migrator.migrate_to_latest().await.unwrap();
    assert_eq!(
        runs.iter().map(|run| run.version.as_str()).collect::<Vec<_>>(),
        ["001_001_000", "001_002_000", "002_001_000"]
    );
    assert_eq!(Orthanc::migrate(&db).await.unwrap(), []);
    let drift = Orthanc::verify(&db).await.unwrap();
    assert!(drift.is_empty(), "{drift}");
    assert!(!Orthanc::ensure(&db).await.unwrap(), "all tables are there");

    let doctors = ReferringDoctor::dao(&db);
    let doctor = doctors.get("DOC002").await.unwrap();
    assert!(doctor.email_notifications && doctor.is_active, "a row that was there has the default");
    assert_eq!(OrthancConfig::dao(&db).all().await.unwrap().len(), 1);

    // Without the column and its index, and with the rows.
    migrator.clone().give_up("referring_doctors.email_notifications").rollback_to_version("001_002_000").await.unwrap();
    let drift = Orthanc::verify(&db).await.unwrap().to_string();
    assert!(drift.contains("email_notifications"), "{drift}");
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 1);
    assert_eq!(doctors.all().await.unwrap().len(), 3);
    assert!(Orthanc::verify(&db).await.unwrap().is_empty());

    // All of it: the rows are given up by the names of their tables, and what was written by hand by its version.
    let refused = migrator.rollback_all().await.unwrap_err().to_string();
    for lost in [
        "3 rows of `referring_doctors`, ",
        "1 rows of `orthanc_configs` would be lost",
        "way back of `001_002_000` was",
    ] {
        assert!(refused.contains(lost), "{refused}");
    }
    let names = ["referring_doctors", "orthanc_configs", "001_002_000"];
    let migrator = names.into_iter().fold(migrator, tablewright::Migrator::give_up);
    assert_eq!(migrator.rollback_all().await.unwrap().len(), 3);
    let tables = tablewright::drift::read(&db).await.unwrap();
    let left: Vec<&str> =
        tables.iter().map(|table| &*table.name).filter(|name| !name.starts_with("tablewright_")).collect();
    assert_eq!(left, [""; 0], "all of them are gone");
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 3);
    assert!(Orthanc::verify(&db).await.unwrap().is_empty());
    db.close().await.unwrap();
}

/// What only helps to try it out is not in a database that serves.
#[tokio::test]
async fn production_has_no_sample_data() {
    let db = Database::connect("sqlite::memory:").await.unwrap();
    let migrator = Orthanc::migrator(&db).unwrap().environment("production");
    let runs = migrator.migrate_to_latest().await.unwrap();
    assert_eq!(runs.iter().map(|run| run.version.as_str()).collect::<Vec<_>>(), ["001_001_000", "002_001_000"]);
    assert_eq!(ReferringDoctor::dao(&db).all().await.unwrap().len(), 0);
    assert!(Orthanc::verify(&db).await.unwrap().is_empty());
}

/// The files that the generator writes are those that it would write today. `BLESS=1` writes them, which is for as long as no database
/// has them: with `TABLEWRIGHT_DRIFT=allow` if the structs are not those of the files.
#[test]
fn the_files_are_as_the_generator_writes_them() {
    let folder = tempfile::tempdir().unwrap();
    let opened = || MigrationFolder::open(folder.path()).unwrap();
    let migration = |tables| opened().new_migration(tables, Orthanc::DIALECTS.to_vec(), *Orthanc::VERSIONS);
    let tables: Vec<TableDef> = Orthanc::TABLES.iter().map(|table| table.def.clone()).collect();

    let mut first = tables.clone();
    let doctors = first.iter_mut().find(|def| def.name == "referring_doctors").unwrap();
    doctors.columns.to_mut().retain(|column| column.name != "email_notifications");
    doctors.indexes.to_mut().retain(|index| index.name != "idx_referring_doctors_email_notifications");
    let (name, about) = ("Initial Schema", "The eight tables of the management module");
    migration(first).version("001_001_000").write(name, about).unwrap();
    // It is written by hand.
    let rows = fs::read_to_string(format!("{FOLDER}/001_002_000_sample_data.json")).unwrap();
    opened().save_migration(&rows).unwrap();
    let (name, about) = ("Add Email Notifications", "Whether a doctor wants e-mail at all");
    migration(tables).version("002_001_000").write(name, about).unwrap();

    for file in fs::read_dir(folder.path()).unwrap() {
        let (path, file) = file.map(|file| (file.path(), file.file_name().into_string().unwrap())).unwrap();
        let (written, kept) = (fs::read_to_string(path).unwrap(), format!("{FOLDER}/{file}"));
        if std::env::var_os("BLESS").is_some_and(|value| value == "1") {
            fs::write(&kept, &written).unwrap();
        }
        let kept = fs::read_to_string(kept).unwrap();
        let differs = kept.lines().zip(written.lines()).find(|(kept, written)| kept != written);
        assert!(kept == written, "{file}: {differs:?}");
    }
}

/// Each file is as it was written, and nothing in it hurts that nobody took upon himself.
#[test]
fn the_folder_is_sound() {
    let folder = MigrationFolder::open(FOLDER).unwrap();
    assert_eq!(folder.faults(), []);
    for (file, text) in folder.files() {
        let migration = Migration::parse(file, text).unwrap();
        assert_eq!(migration.claimed.as_ref(), Some(&migration.checksum), "{file} holds its checksum");
        let is_sample = migration.name == "Sample Data";
        assert_eq!(
            (migration.changes.is_empty(), migration.environments.is_empty()),
            (is_sample, !is_sample),
            "{file}"
        );
    }
    let findings = tablewright::migrate::lint(FOLDER).unwrap();
    assert!(!findings.iter().any(|finding| finding.refuses()), "{findings:?}");
    assert_eq!(fs::read_dir(FOLDER).unwrap().count(), 4, "three migrations and their index");
}
