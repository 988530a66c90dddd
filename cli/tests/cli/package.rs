//! The verbs that need the structs, in crates that cargo builds as a user's: the schema is read, and no program runs.

use std::path::Path;
use std::process::Command;

use crate::command::{Answer, Place};
use serde_json::{Value, json};

const TABLES: &str = r#"
use tablewright::prelude::*;

/// People who write books
#[derive(Clone, Table)]
#[table(name = "authors")]
pub struct Author {
    #[column(primary_key, auto_increment)]
    pub id: i64,
    #[column(max_length = 100, unique)]
    pub name: String,
    pub country: Option<String>,
}
"#;
const SCHEMA: &str = r#"schema! { pub struct Library { tables: [Author], migrations: "migrations" } }"#;

/// A crate of this name with these files.
fn package(name: &str, files: &[(&str, &str)]) -> Place {
    let place = Place::new();
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.1.0\"\nedition = \"2024\"\n[workspace]\n[features]\nmore = []\n[dependencies]\n\
         tablewright = {{ path = {:?}, default-features = false }}\n",
        workspace.join("runtime")
    );
    place.write("Cargo.toml", &manifest);
    std::fs::copy(workspace.join("Cargo.lock"), place.path("Cargo.lock")).unwrap();
    for (file, text) in files {
        place.write(file, text);
    }
    place
}

/// Whether the crate compiles as its author compiles it.
fn compiles(place: &Place) -> bool {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--offline", "--quiet"]).current_dir(place.path(""));
    cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli")).env_remove("TABLEWRIGHT_DRIFT");
    cargo.output().unwrap().status.success()
}

fn version(answer: &Answer) -> Value {
    answer.json()["version"].clone()
}

#[test]
fn migrations_are_written_from_structs() {
    let forbidding = format!("#![forbid(unsafe_code)]\n{TABLES}\n{SCHEMA}\n");
    let place = package("written", &[("src/lib.rs", &forbidding)]);
    assert!(!compiles(&place), "there is no snapshot yet");
    place.run(&["diff"]).ended(1).says("authors");
    let first = place.run(&["new", "First Tables", "--description", "all of it", "--json"]).ended(0);
    assert_eq!(version(&first), "001_001_000");
    assert!(place.read("migrations/001_001_000_first_tables.json").contains("all of it"));
    assert!(compiles(&place), "structs and snapshot agree");
    place.run(&["diff", "--json"]).ended(0);
    place.run(&["new", "Nothing"]).ended(3).says("nothing changed");
    place.run(&["new", "Nothing", "--deny", "table-droped"]).ended(2).says("did you mean `table-dropped`?");
    place.run(&["new", "Nothing", "--accept", "M9:people=x"]).ended(2).says("there is no rule `M9`");

    // A column that needs a value, one that is renamed, and one whose values go.
    let changed = forbidding
        .replace(
            "pub country: Option<String>,",
            "pub town: String,\n    #[column(renamed_from = \"name\")]\n    pub full_name: String,",
        )
        .replace("    #[column(max_length = 100, unique)]\n    pub name: String,\n", "")
        .replace("#[column(renamed_from = \"name\")]", "#[column(renamed_from = \"name\", max_length = 100, unique)]")
        .replace("#[table(name = \"authors\")]", "#[table(name = \"authors\", dropped(\"country\"))]");
    place.write("src/lib.rs", &changed);
    assert!(!compiles(&place), "structs are ahead of the snapshot");
    let differences = place.run(&["diff", "--json"]).ended(1).json();
    let words: Vec<String> = differences["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| format!("{} {}", one["verb"].as_str().unwrap(), one["part"].as_str().unwrap()))
        .collect();
    for expected in ["rename column `full_name`", "add column `town`", "drop column `country`"] {
        assert!(words.contains(&expected.to_owned()), "{words:?}");
    }
    place.run(&["new", "Towns"]).ended(3).says("need a value for `town`");
    for (argument, value, told) in [
        ("--backfill", "authors.twon='x'", "there is no column `authors.twon`"),
        ("--backfill", "authors.town=lower(", "the value for `authors.town` is wrong"),
        ("--give-up", "authors.contry", "did you mean `authors.country`?"),
        ("--purge", "authors.country", "nothing is kept aside of `authors.country`"),
        ("--version", "001_001_000", "there is a migration `001_001_000` already"),
        ("--version", "a b", "`a b` is no version"),
    ] {
        place.run(&["new", "Towns", argument, value]).ended(2).says(told);
        place.run(&["new", "Towns", argument, value, "--dry-run"]).ended(2).says(told);
    }
    place.run(&["new", "Rows", "--empty", "--version", "001_001_000"]).ended(2).says("there is a migration");
    assert!(!place.path("migrations/001_001_001_towns.json").exists());
    let filled = ["new", "Towns", "--backfill", "authors.town='unknown'"];
    let planned = place.run(&[&filled[..], &["--dry-run", "--json"]].concat()).ended(0).json();
    assert!(planned["path"].is_null() && !place.path("migrations/001_001_001_towns.json").exists());
    assert!(planned["plans"].as_array().unwrap().iter().any(|plan| plan["dialect"] == "postgres"), "{planned:#}");
    // What its rules refuse has to be accepted by name.
    let refused = place.run(&[&filled[..], &["--json"]].concat());
    let accepted: Vec<String> = planned["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding["severity"] == "refuse" && finding["accepted"].is_null())
        .map(|finding| format!("{}:{}=no rows yet", finding["rule"].as_str().unwrap(), finding["of"].as_str().unwrap()))
        .collect();
    assert_eq!(refused.exit, if accepted.is_empty() { 0 } else { 3 }, "{refused:?}");
    if !accepted.is_empty() {
        let accepting: Vec<&str> = accepted.iter().flat_map(|text| ["--accept", text]).collect();
        let written = place.run(&[&filled[..], &accepting, &["--json"]].concat()).ended(0);
        assert_eq!(version(&written), "001_001_001");
    }
    assert!(compiles(&place), "and now they agree");

    // What was written is what the database becomes.
    place.run(&["migrate", "--database", "library.db"]).ended(0);
    place.run(&["verify", "--database", "library.db"]).ended(0);
    place.run(&["verify", "--structs", "--database", "library.db"]).ended(0);
    place.run(&["ddl", "postgres"]).ended(0).says("CREATE TABLE \"authors\"");

    let stray = r#"{ "version": "001_001_001_by_hand", "name": "x", "up_sql": ["UPDATE authors SET town = 'x'"] }"#;
    place.write("migrations/stray.json", stray);
    let empty = place.run(&["new", "Sample Data", "--empty", "--version", "001_001_002", "--json"]).ended(0);
    assert_eq!((version(&empty), &empty.json()["also_listed"]), (json!("001_001_002"), &json!(["stray.json"])));
    let file: Value = serde_json::from_str(&place.read("migrations/001_001_002_sample_data.json")).unwrap();
    assert_eq!(file["dependencies"], json!(["001_001_001"]));
    assert_eq!(file["up_sql"]["firebird"], json!([]));
    assert!(compiles(&place));
    // Until somebody writes what it does, it is not run; and there is no way back until one is written.
    let database = ["--database", "library.db"];
    let refused = place.run(&[&["migrate"][..], &database].concat()).ended(3);
    refused.says("migration `001_001_002` has nothing to run in `up_sql.sqlite`: there is no statement in it; write its statements");
    place.run(&["lint"]).ended(1).says("M040");
    let written = file.to_string().replace("\"sqlite\":[]", "\"sqlite\":[\"UPDATE authors SET town = 'Durban'\"]");
    place.write("migrations/001_001_002_sample_data.json", &written);
    place.run(&["repair", "--file", "001_001_002"]).ended(0);
    place.run(&[&["migrate"][..], &database].concat()).ended(0).says("applied 001_001_002 Sample Data");
    let back = ["rollback", "--to", "001_001_001", "--yes"];
    place.run(&[&back[..], &database].concat()).ended(3).says("migration `001_001_002` has no way back (`down_sql`)");
}

#[test]
fn schemas_of_programs_are_chosen_by_name() {
    let two = "schema! { struct One { tables: [Author] } }\nschema! { struct Two { dialects: [sqlite, firebird(3)], tables: [Author] } }";
    let place =
        package("programs", &[("src/main.rs", &format!("{TABLES}\n{two}\nfn main() {{ std::process::exit(9) }}\n"))]);
    place.run(&["ddl", "sqlite"]).ended(2).says("several schemas, say --schema with one of `One`, `Two`");
    place.run(&["ddl", "sqlite", "--schema", "Tow"]).ended(2).says("has no schema `Tow`; did you mean `Two`?");
    place.run(&["ddl", "sqlite", "--schema", "Two"]).ended(0).says("CREATE TABLE \"authors\"");
    place.run(&["new", "x", "--schema", "One"]).ended(2).says("schema `One` has no migrations");
    let written = place.run(&["new", "x", "--schema", "Two", "--migrations", "elsewhere", "--json"]).ended(0).json();
    assert_eq!(written["changes"][0]["verb"], "add");
    let file: Value = serde_json::from_str(&place.read("elsewhere/001_001_000_x.json")).unwrap();
    let dialects: Vec<&String> = file["up_sql"].as_object().unwrap().keys().collect();
    assert_eq!(dialects, ["firebird", "sqlite"], "those of the schema");
    let lint = place.run(&["lint", "--tables", "--schema", "Two", "--migrations", "elsewhere", "--json"]);
    assert!(lint.json()["findings"].is_array());
}

/// Verbs that need no structs find the folder that the schema names, from anywhere in the package.
#[test]
fn all_verbs_find_the_folder_of_the_schema() {
    let schema = SCHEMA.replace("\"migrations\"", "\"db/changes\"");
    let place = package("elsewhere", &[("src/lib.rs", &format!("{TABLES}\n{schema}\n"))]);
    place.run(&["new", "First"]).ended(0);
    assert!(place.path("db/changes/001_001_000_first.json").exists());
    place.run(&["migrate", "--database", "library.db"]).ended(0).says("applied 001_001_000 First");
    place.run(&["verify", "--database", "library.db"]).ended(0);
    place.run(&["ddl", "sqlite", "--snapshot"]).ended(0).says("CREATE TABLE \"authors\"");
}

#[test]
fn packages_that_are_wrong_are_told() {
    let place = package("wrong", &[("src/lib.rs", "pub struct Nothing;")]);
    place.run(&["ddl", "sqlite"]).ended(2).says("package `wrong` has no `schema!`");
    place.run(&["ddl", "sqlite", "--package", "wrogn"]).ended(2).says("did you mean `wrong`?");
    place.write("src/lib.rs", "pub struct Nothing");
    place.run(&["ddl", "sqlite", "--json"]).ended(5).says("package `wrong` does not compile");
    Place::new().run(&["ddl", "sqlite"]).ended(2).says("Cargo.toml");
}
