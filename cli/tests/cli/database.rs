//! Which database a command takes, what it calls it, and whether it makes it.

use crate::sqlite::place;
use serde_json::json;
use tablewright::migrate::MigrationFolder;

/// The database is called by the name that it has, also where none is said.
#[test]
fn the_default_connection_has_a_name() {
    let place = place();
    let one = |file: &str| format!(r#"{{ "type": "sqlite", "file_path": "{file}" }}"#);
    let text = format!(r#"{{ "main": {}, "other": {}, "default_connection": "main" }}"#, one("people.db"), one("o.db"));
    place.write("config.json", &text);
    let configured = |words: &[&str]| place.run(&[words, &["--config", "config.json"]].concat());
    configured(&["migrate"]).ended(0).says("main is new");
    assert_eq!(configured(&["status", "--json"]).ended(0).json()["database"], "main");
    configured(&["rollback", "--all"]).ended(3).says("in `main`, and what was stored since");
}

/// What is refused before anything runs leaves no file of a database that was not there; what fails on the way tells of it.
#[test]
fn a_refusal_makes_no_database() {
    let place = place();
    let new = ["--database", "new.db"];
    let run = |words: &[&str]| place.run(&[words, &new].concat());
    run(&["migrate", "--to", "001_001_001"]).ended(2).says("did you mean `001_001_000`?");
    run(&["migrate", "--migrations", "elsewhere"]).ended(2).says("there are no migrations");
    run(&["baseline", "001_001_001", "--yes"]).ended(2).says("did you mean `001_001_000`?");
    run(&["baseline", "001_001_000"])
        .ended(3)
        .says("count as applied in `new.db`, and none of them runs; nobody is there");
    assert!(!place.path("new.db").exists());
    run(&["baseline", "001_001_000", "--yes"]).ended(0).says("new.db is new: there was no such file");
    assert!(place.path("new.db").exists());

    let file = json!({ "version": "000", "name": "wrong", "up_sql": ["DROP TABLE nothing"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let failed = place.run(&["migrate", "--database", "failed.db", "--json"]);
    assert_ne!(failed.exit, 0);
    assert_eq!((&failed.json()["database"], &failed.json()["made"]), (&json!("failed.db"), &json!(true)));
    place.run(&["migrate", "--database", "failed_too.db"]).says("failed_too.db is new: there was no such file");
}
