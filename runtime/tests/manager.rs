//! Several databases from one configuration.

#![allow(missing_docs, reason = "a test")]

use std::path::Path;
use std::time::Duration;

use tablewright::manager::{Configuration, ConnectionSettings, DatabaseManager, State, Variables};
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Kind};
use tempfile::TempDir;

#[derive(Debug, Clone, PartialEq, Table)]
#[table(name = "notes")]
struct Note {
    #[column(primary_key, auto_increment)]
    id: i64,
    #[column(max_length = 40)]
    text: String,
}

schema! {
    struct Notes { tables: [Note], dialects: [sqlite] }
}

/// A configuration of every type, with passwords from variables.
const ALL: &str = r#"{
  "sqlite_default": { "type": "sqlite", "file_path": "./orthanc_management.db" },
  "mysql_primary": {
    "type": "mysql", "host": "localhost", "port": 3306, "database": "orthanc", "username": "orthanc_user",
    "password": "${MYSQL_PASSWORD}", "pool_size": 20, "max_overflow": 30, "timeout": 30
  },
  "postgresql_production": {
    "type": "postgresql", "host": "localhost", "port": 5432, "database": "orthanc", "username": "orthanc_user",
    "password": "${PG_PASSWORD}", "replicas": ["postgresql_replica"]
  },
  "postgresql_replica": {
    "type": "postgres", "host": "replica.example.org", "database": "orthanc", "username": "reader",
    "password": "${PG_REPLICA_PASSWORD}"
  },
  "firebird_archive": {
    "type": "firebird", "file_path": "./archive.fdb", "username": "SYSDBA", "password": "${FB_PASSWORD:-masterkey}",
    "description": "Long-term archive"
  },
  "sqlserver_enterprise": {
    "type": "sqlserver", "host": "sql.example.org", "database": "Orthanc", "username": "u", "password": "plainsecret",
    "connection_params": { "encrypt": "yes", "trust_server_certificate": false }
  },
  "oracle_hospital": {
    "type": "oracle", "host": "oracle.example.org", "port": 1521, "database": "XEPDB1", "username": "u", "password": "x"
  }
}"#;

fn two(folder: &Path) -> DatabaseManager {
    let json = format!(
        r#"{{
            "default_connection": "one",
            "one": {{ "type": "sqlite", "file_path": "{0}/one.db", "replicas": ["copy"] }},
            "copy": {{ "type": "sqlite", "file_path": "{0}/one.db" }},
            "broken": {{ "type": "sqlite", "file_path": "{0}/nowhere/broken.db" }}
        }}"#,
        folder.display()
    );
    Configuration::json(json).load().unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

#[test]
fn every_type_is_read_and_no_password_shows() {
    let variables = Variables::given([
        ("MYSQL_PASSWORD", "geheim1"),
        ("PG_PASSWORD", "geheim2"),
        ("PG_REPLICA_PASSWORD", "geheim3"),
    ]);
    let configuration = Configuration::json(ALL).variables(variables);
    let shown = format!("{configuration:?}");
    let manager = configuration.load().unwrap();
    assert_eq!(manager.names().len(), 7);
    assert_eq!(manager.settings("postgresql_production").unwrap().dialect(), Dialect::Postgres);
    let shown = shown + &format!("{manager:?}");
    for secret in ["geheim1", "geheim2", "geheim3", "masterkey", "plainsecret"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
}

#[test]
fn everything_wrong_is_told_at_once_with_its_path() {
    let json = r#"{
        "default_connection": "primry",
        "primary": { "type": "postgres", "database": "d", "pool_szie": 5, "port": 99999, "password": "${NO_SUCH}" },
        "second": { "type": "postgrse", "host": "x" },
        "third": { "type": "sqlite", "timeout": "soon" },
        "fourth": { "type": "mysql", "database": "d", "replicas": ["fourth"], "connection_params": { "a": [] } },
        "fifth": { "file_path": "x.db" },
        "sixth": 7,
        "seventh": { "type": "sqlite", "file_path": "x.db", "host": "h", "pool_size": 60, "max_overflow": 5 },
        "eighth": { "type": "firebird", "file_path": "/x.fdb", "database": "x", "timeout": "${SOON}" },
        "ninth": { "type": "postgres", "database": "d", "file_path": "x", "pool_size": 1001 },
        "tenth": { "type": "mysql", "database": "d", "replicas": ["eleventh", "twelfth"] },
        "eleventh": { "type": "mariadb", "database": "d" },
        "twelfth": { "type": "postgres", "database": "d" }
    }"#;
    let error = Configuration::json(json).variables(Variables::given([("SOON", "soon")])).load().unwrap_err();
    assert_eq!(error.kind(), Kind::Config);
    let told = error.to_string();
    let expected = [
        "`default_connection`: no connection `primry`; did you mean `primary`?",
        "`primary.pool_szie`: unknown key; did you mean `pool_size`?",
        "`primary.port`: expected a number from 1 to 65535",
        "`primary.password`: the variable `NO_SUCH` is not set; set it, or write `${NO_SUCH:-default}`",
        "`second.type`: unknown type `postgrse`; did you mean `postgres`?",
        "`third.timeout`: expected a number of seconds, up to a day",
        "`third.file_path`: missing, sqlite needs it",
        "`fourth.replicas`: no other connection `fourth`",
        "`fourth.connection_params.a`: expected a text, a number, true or false",
        "`fifth.type`: missing; expected one of `sqlite`, `postgresql`",
        "`sixth`: expected an object with a `type`",
        "`seventh.host`: sqlite has none; leave it out",
        "`seventh.max_overflow`: expected a number from 0 to 4",
        "`eighth.database`: firebird has none; leave it out",
        "`eighth.timeout`: expected a number of seconds, up to a day",
        "`ninth.file_path`: postgres has none; leave it out",
        "`ninth.pool_size`: expected a number from 1 to 1000",
        "`tenth.replicas`: `twelfth` is a database of postgres, and no replica of one of mysql",
    ];
    for line in expected {
        assert!(told.contains(line), "no {line} in\n{told}");
    }
    assert_eq!(told.lines().count(), expected.len() + 1, "{told}");
}

#[test]
fn broken_json_names_the_place_and_shows_nothing() {
    let error = Configuration::json("{ \"a\": { \"password\": hunter2 } }").load().unwrap_err();
    assert_eq!(error.to_string(), "the configuration is not JSON: line 1, column 22");
    let missing = Configuration::file("/no/such/file.json").load().unwrap_err();
    assert!(missing.to_string().contains("cannot read `/no/such/file.json`"));
}

#[test]
fn the_variables_of_other_connections_need_not_be_set() {
    let none = Variables::default();
    let manager = Configuration::json(ALL).variables(none.clone()).only(["sqlite_default"]).load().unwrap();
    assert_eq!(manager.names(), ["sqlite_default"]);
    // With it come those that it reads from.
    let variables = Variables::given([("PG_PASSWORD", "a"), ("PG_REPLICA_PASSWORD", "b")]);
    let with = Configuration::json(ALL).variables(variables).only(["postgresql_production"]).load().unwrap();
    assert_eq!(with.names(), ["postgresql_production", "postgresql_replica"]);
    let without = Configuration::json(ALL).variables(Variables::given([("PG_PASSWORD", "a")]));
    let error = without.only(["postgresql_production"]).load().unwrap_err();
    assert!(error.to_string().contains("`postgresql_replica.password`: the variable `PG_REPLICA_PASSWORD`"), "{error}");
    let error = Configuration::json(ALL).variables(none).only(["sqlite_defult"]).load().unwrap_err();
    assert!(error.to_string().contains("did you mean `sqlite_default`?"), "{error}");
}

#[tokio::test]
async fn databases_are_opened_once_and_again_after_closing() {
    let folder = folder();
    let manager = two(folder.path());
    assert!(manager.initialize_schema::<Notes>("one").await.unwrap());
    assert!(!manager.initialize_schema::<Notes>("one").await.unwrap());
    let db = manager.default_connection().await.unwrap();
    Note::dao(&db).create(NewNote::new("kept")).await.unwrap();
    assert!(manager.disconnect_all().await.values().all(Result::is_ok));
    Note::dao(&db).all().await.unwrap_err();
    let again = manager.get("one").await.unwrap();
    assert_eq!(Note::dao(&again).all().count().await.unwrap(), 1);
}

#[tokio::test]
async fn one_failure_does_not_hide_the_others() {
    let folder = folder();
    let manager = two(folder.path());
    let results = manager.connect_all().await;
    let failed: Vec<_> = results.iter().filter(|(_, result)| result.is_err()).map(|(name, _)| name.as_str()).collect();
    assert_eq!((results.len(), failed), (3, vec!["broken"]));
    let error = results["broken"].as_ref().unwrap_err();
    assert_eq!(error.kind(), Kind::Connect);
    assert!(error.to_string().starts_with("connection `broken`: "), "{error}");

    let health = manager.health().await;
    let up: Vec<_> = health.iter().filter(|health| health.is_up()).map(|health| health.name.as_str()).collect();
    assert_eq!(up, ["copy", "one"]);
    let State::Up { version, .. } = &health[1].state else { panic!("{:?}", health[1]) };
    assert!(version.starts_with("3."), "{version}");
}

#[tokio::test]
async fn a_reader_reads_and_never_writes() {
    let folder = folder();
    let manager = two(folder.path());
    manager.initialize_schema::<Notes>("one").await.unwrap();
    Note::dao(&manager.get("one").await.unwrap()).create(NewNote::new("seen")).await.unwrap();
    let reader = manager.reader("one").await.unwrap();
    assert_eq!(Note::dao(&reader).all().await.unwrap().len(), 1);
    let error = Note::dao(&reader).create(NewNote::new("lost")).await.unwrap_err();
    assert_eq!(error.kind(), Kind::Usage);
    assert_eq!(reader.begin().await.unwrap_err().kind(), Kind::Usage);
    assert_eq!(Note::dao(&reader).all().count().await.unwrap(), 1);
    let by_hand = reader.fetch_sql("SELECT COUNT(*) FROM notes", &[], |row| row.get::<i64>(0)).await;
    assert_eq!(by_hand.unwrap(), [1]);
}

#[tokio::test]
async fn connections_are_added_by_hand() {
    let manager = DatabaseManager::default();
    let mut settings = ConnectionSettings::of_type("sqlite").unwrap();
    let error = manager.create_connection("mine", settings.clone()).unwrap_err();
    assert_eq!(error.to_string(), "connection `mine` has no `file_path`");
    settings.file_path = Some(":memory:".to_owned());
    manager.create_connection("mine", settings.clone()).unwrap();
    manager.create_connection("mine", settings).unwrap_err();
    // The only one is the default.
    manager.default_connection().await.unwrap();
    let error = manager.get("min").await.unwrap_err();
    assert_eq!(error.to_string(), "no connection `min`; did you mean `mine`?");
}

#[tokio::test]
async fn a_file_of_variables_serves_a_configuration() {
    let folder = folder();
    let path = folder.path().join(".env");
    std::fs::write(&path, format!("# where\nPLACE={}\nPATIENCE=2.5\nSIZE=3\n", folder.path().display())).unwrap();
    let json = r#"{ "one": { "type": "sqlite", "file_path": "${PLACE}/one.db", "timeout": "${PATIENCE}", "pool_size": "${SIZE}" } }"#;
    let variables = Variables::default().with_file(&path).unwrap();
    let manager = Configuration::json(json).variables(variables).load().unwrap();
    let settings = manager.settings("one").unwrap();
    assert_eq!((settings.timeout, settings.pool_size), (Some(Duration::from_millis(2_500)), Some(3)));
    assert!(manager.initialize_schema::<Notes>("one").await.unwrap());
    assert!(folder.path().join("one.db").exists());
}
