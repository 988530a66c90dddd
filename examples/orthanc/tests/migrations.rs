//! The migrations make what the structs say, and the first one is written by this test.

use std::fs;

use orthanc::Orthanc;
use serde_json::{Map, Value, json};
use tablewright::Ddl;
use tablewright::prelude::*;
use tablewright::schema::snapshot::Snapshot;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/migrations");

/// As long as there is one migration, it is the DDL of the structs:
/// `BLESS=1 TABLEWRIGHT_DRIFT=allow cargo test -p orthanc --test migrations` writes it and the snapshot anew.
#[test]
fn the_first_migration_is_the_ddl() {
    let scripts = |of: fn(Dialect) -> tablewright::Result<Ddl>| {
        let lists = Dialect::ALL.map(|dialect| (dialect.name().to_owned(), json!(of(dialect).unwrap().statements())));
        Value::Object(Map::from_iter(lists))
    };
    let migration = json!({
        "version": "001_001_000",
        "name": "Initial Schema",
        "description": "The eight tables of the management module",
        "dependencies": [],
        "up_sql": scripts(Orthanc::ddl),
        "down_sql": scripts(Orthanc::drop_ddl),
    });
    let (path, text) = (format!("{FOLDER}/001_001_000_initial_schema.json"), format!("{migration:#}\n"));
    if std::env::var_os("BLESS").is_some() {
        fs::create_dir_all(FOLDER).unwrap();
        fs::remove_file(format!("{FOLDER}/schema.json")).ok();
        fs::write(&path, &text).unwrap();
        Orthanc::write_snapshot(FOLDER).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), text);
    let snapshot =
        Snapshot::parse("schema.json", &fs::read_to_string(format!("{FOLDER}/schema.json")).unwrap()).unwrap();
    assert_eq!(snapshot.tables.len(), 8);
}

#[tokio::test]
async fn there_and_back_and_there() {
    let folder = tempfile::tempdir().unwrap();
    let db = Database::connect(&format!("sqlite://{}", folder.path().join("orthanc.db").display())).await.unwrap();
    assert_eq!(Orthanc::migrate(&db).await.unwrap().len(), 1);
    assert_eq!(Orthanc::migrate(&db).await.unwrap(), []);
    orthanc::sample::load(&db).await.unwrap();
    assert!(!Orthanc::ensure(&db).await.unwrap(), "all tables are there");
    db.close().await.unwrap();
}
