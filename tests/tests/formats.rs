//! Folders of migrations as earlier formats had them load for ever, what is written says its format, and a newer one is refused.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tablewright::Kind;
use tablewright::migrate::{MigrationFolder, Migrator, lint};
use tablewright::prelude::*;
use tablewright_schema::Dialect;
use tablewright_schema::migration::{FORMAT, Migration};
use tablewright_tests::source;

/// From before files said their format: one in place of two, one that the tool wrote, and one by hand, without a checksum.
fn unsaid() -> PathBuf {
    source::root().join("tests/formats/unsaid")
}

fn formats(folder: &MigrationFolder) -> Vec<Option<i64>> {
    let format = |text| serde_json::from_str::<Value>(text).unwrap()["format"].as_i64();
    folder.files().map(|(_, text)| format(text)).collect()
}

fn copy(to: &Path) -> MigrationFolder {
    for entry in fs::read_dir(unsaid()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    MigrationFolder::open(to).unwrap()
}

#[tokio::test]
async fn files_without_a_format_load_and_run() {
    let folder = MigrationFolder::open(unsaid()).unwrap();
    assert_eq!(formats(&folder), [None; 3]);
    // The checksums of the files are still those of the index, and those that two of them hold.
    assert_eq!(folder.faults(), []);
    assert!(lint(folder.path()).unwrap().iter().all(|finding| !finding.refuses()));
    let db = Database::connect("sqlite::memory:").await.unwrap();
    let migrator = folder.migrator(&db).unwrap().give_up("people.town").give_up("001_001_003");
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 3);
    assert_eq!(migrator.rollback_to_version("001_001_001").await.unwrap().len(), 2);
    assert_eq!(migrator.migrate_to_latest().await.unwrap().len(), 2);
}

#[test]
fn what_is_written_says_its_format() {
    let place = tempfile::tempdir().unwrap();
    let folder = copy(place.path());
    let mut tables = folder.snapshot().tables.clone();
    tables[0].name = "persons".into();
    tables[0].renamed_from = Some("people".into());
    let new = folder.new_migration(tables, vec![Dialect::Sqlite], Dialect::ALL.map(Dialect::usual));
    new.write("Persons", "").unwrap();
    let folder = MigrationFolder::open(place.path()).unwrap();
    assert_eq!(formats(&folder), [None, None, None, Some(FORMAT)]);
    assert_eq!(folder.faults(), []);
    folder.squash("001_001_002", "All", false).unwrap();
    let folder = MigrationFolder::open(place.path()).unwrap();
    assert_eq!(formats(&folder), [Some(FORMAT), None, Some(FORMAT)]);
    // Whoever changes it changes the file.
    let (name, text) = folder.files().next().unwrap();
    let file = Migration::parse(name, text).unwrap();
    let unsaid = text.replace(&format!("\"format\": {FORMAT},\n"), "");
    assert_ne!(Migration::parse(name, &unsaid).unwrap().checksum, file.checksum);
}

#[tokio::test]
async fn a_newer_format_is_refused_before_its_keys_are() {
    let release = env!("CARGO_PKG_VERSION");
    let newer = FORMAT + 1;
    let text = format!(r#"{{ "format": {newer}, "version": "1", "statements": [] }}"#);
    let message = format!(
        "001.json, format: format {newer} needs a newer tablewright than {release}, which reads formats up to {FORMAT}: update \
         it to the release that wrote this, or a later one"
    );
    assert_eq!(Migration::parse("001.json", &text).unwrap_err().to_string(), message);
    let db = Database::connect("sqlite::memory:").await.unwrap();
    let error = Migrator::new(&db, [("001.json", &*text)]).unwrap_err();
    assert_eq!((error.kind(), error.to_string()), (Kind::Config, format!("the migrations: {message}")));
    let back = r#"{ "version": "1", "name": "n", "up_sql": [], "way_back": { "format": 2, "new": 1 } }"#;
    let fault = Migration::parse("001.json", back).unwrap_err().to_string();
    assert!(fault.starts_with("001.json, way_back.format: format 2 needs a newer tablewright"), "{fault}");
    for (wrong, message) in [("\"1\"", "expected a whole number"), ("0", "formats are numbers from 1 to 1")] {
        let text = format!(r#"{{ "format": {wrong}, "version": "1", "name": "n", "up_sql": [] }}"#);
        let fault = Migration::parse("001.json", &text).unwrap_err().to_string();
        assert_eq!(fault, format!("001.json, format: {message}"));
    }
}
