//! The verbs that touch a database, on each server that there is: `TABLEWRIGHT_<ENGINE>_URL`.

use crate::command::Place;
use serde_json::{Value, json};
use tablewright::Dialect;
use tablewright::migrate::MigrationFolder;
use tablewright::schema::dialect::render;
use tablewright::schema::order;
use tablewright::schema::snapshot::Snapshot;
use tablewright_tests::server;
use tablewright_tests::server::fresh;

/// A table with all that a small one has, in every dialect, and a second migration with a row of it.
fn place() -> Place {
    let place = Place::new();
    let snapshot = json!({
        "format": 1,
        "migrations": [],
        "tables": [{
            "name": "cli_people",
            "comment": "Who",
            "columns": [
                { "name": "id", "type": "i64", "auto_increment": true },
                { "name": "town", "type": "varchar(40)", "default": { "text": "Durban" } },
                { "name": "born", "type": "date", "nullable": true },
            ],
            "primary_key": { "name": "pk_cli_people", "columns": ["id"] },
            "indexes": [{ "name": "ix_cli_people_town", "parts": [{ "column": "town" }] }],
            "checks": [{ "name": "ck_cli_people_town", "expression": "length(town) > 1" }],
        }],
    });
    place.write("migrations/schema.json", &snapshot.to_string());
    let tables = Snapshot::parse("schema.json", &snapshot.to_string()).unwrap().tables;
    let script = |of: fn(&[(&tablewright::schema::TableDef, tablewright::schema::ddl::TableDdl)]) -> Vec<String>| {
        let lists = Dialect::ALL.map(|dialect| {
            let rendered: Vec<_> = tables.iter().map(|def| (def, render(def, dialect).unwrap().0)).collect();
            (dialect.name().to_owned(), json!(of(&rendered)))
        });
        Value::Object(serde_json::Map::from_iter(lists))
    };
    let insert = Dialect::ALL.map(|dialect| {
        let [table, town] = ["cli_people", "town"].map(|name| dialect.quoted(name));
        (dialect.name().to_owned(), json!([format!("INSERT INTO {table} ({town}) VALUES ('Bhisho')")]))
    });
    let add = |file: Value| {
        MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap()
    };
    add(
        json!({ "version": "001", "name": "People", "up_sql": script(order::create), "down_sql": script(order::drop) }),
    );
    add(json!({
        "version": "002",
        "name": "Sample Data",
        "dependencies": ["001"],
        "up_sql": Value::Object(serde_json::Map::from_iter(insert)),
    }));
    place
}

async fn new_database(engine: &str, purpose: &str) -> String {
    match engine {
        // It makes none through a connection to another.
        "firebird" => server::firebird::new_database(),
        _ => fresh::url(engine, purpose).await,
    }
}

/// The migrations of the reference application lead to its tables, there, back by one, and there again.
async fn orthanc_holds(engine: &str) {
    let url = new_database(engine, "cli_orthanc").await;
    let place = Place::new();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/orthanc/migrations");
    let run = |words: &[&str]| {
        place.run_with(&[words, &["--migrations", folder, "--json"]].concat(), &[("DATABASE_URL", url.as_str())])
    };
    let ran = run(&["migrate"]).ended(0).json();
    assert_eq!(ran["runs"].as_array().unwrap().len(), 3, "{engine}: {ran:#}");
    run(&["verify"]).ended(0);
    // The column has nothing but its default, so nothing has to be given up.
    run(&["rollback", "--to", "001_002_000", "--yes"]).ended(0);
    run(&["verify"]).ended(1);
    assert_eq!(run(&["migrate"]).ended(0).json()["runs"].as_array().unwrap().len(), 1, "{engine}");
    run(&["verify"]).ended(0);
    // All of it, by the ways back that were derived.
    let lost = ["rollback", "--all", "--yes"];
    run(&lost).ended(3).says("3 rows of `referring_doctors`");
    let given_up = ["--give-up", "referring_doctors", "--give-up", "orthanc_configs"];
    let back = run(&[&lost[..], &given_up].concat()).ended(0).json();
    assert_eq!(back["runs"].as_array().unwrap().len(), 3, "{engine}: {back:#}");
    assert_eq!(run(&["migrate"]).ended(0).json()["runs"].as_array().unwrap().len(), 3, "{engine}");
    run(&["verify"]).ended(0);
}

async fn holds(engine: &str) {
    if server::url(engine).is_none() {
        return;
    }
    orthanc_holds(engine).await;
    let url = new_database(engine, "cli").await;
    // By the variable: what stands on a command line can be seen by others.
    let variables = [("DATABASE_URL", url.as_str())];
    let place = place();
    let run = |words: &[&str]| place.run_with(words, &variables);
    let standings = |answer: &Value| -> Vec<String> {
        answer["migrations"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["standing"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(standings(&run(&["status", "--json"]).ended(1).json()), ["pending", "pending"], "{engine}");
    run(&["verify"]).ended(1).says("cli_people");
    let planned = run(&["plan", "--json"]).ended(1).json();
    assert_eq!(planned["migrations"].as_array().unwrap().len(), 2, "{engine}");
    let ran = run(&["migrate", "--json"]).ended(0).json();
    assert_eq!(ran["runs"].as_array().unwrap().len(), 2, "{engine}");
    run(&["verify", "--json"]).ended(0);
    run(&["diff", "--from", "database", "--to", "snapshot", "--json"]).ended(0);
    run(&["introspect"]).ended(0).says("pub struct CliPeople");
    run(&["migrate"]).ended(0).says("nothing to do");
    assert_eq!(standings(&run(&["status", "--json"]).ended(0).json()), ["applied", "applied"], "{engine}");
    run(&["rollback", "--to", "001"]).ended(3).says("nobody is there to confirm it");
    run(&["rollback", "--to", "001", "--yes"]).ended(3).says("migration `002` has no way back");
    run(&["squash", "All", "--to", "002", "--yes"]).ended(0);
    run(&["migrate"]).ended(0).says("nothing to do");
    assert_eq!(standings(&run(&["status", "--json"]).ended(0).json()), ["applied"], "{engine}");

    // Refused on the way: what was done before it is told.
    let file = json!({ "version": "003", "name": "wrong", "up_sql": ["DROP TABLE cli_missing"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    let failed = run(&["migrate", "--json", "--yes"]);
    assert!([3, 4].contains(&failed.exit), "{engine}: {failed:?}");
    assert!(failed.json()["error"]["message"].as_str().unwrap().contains("`003`, statement 1 of 1"), "{failed:?}");
}

#[tokio::test]
async fn postgres() {
    holds("postgres").await;
}

#[tokio::test]
async fn mysql() {
    holds("mysql").await;
}

#[tokio::test]
async fn mariadb() {
    holds("mariadb").await;
}

#[tokio::test]
async fn firebird() {
    holds("firebird").await;
}
