//! The verbs of `orthanc db`: which database they take.

use std::path::Path;
use std::process::{Command, Output};

fn orthanc(folder: &Path, words: &[&str], variable: Option<&str>) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_orthanc"));
    command.args(words).current_dir(folder).env_remove("DATABASE_URL");
    command.envs(variable.map(|url| ("DATABASE_URL", url)));
    let Output { status, stdout, stderr } = command.output().unwrap();
    (status.code().unwrap(), [stdout, stderr].map(|text| String::from_utf8(text).unwrap()).concat())
}

#[test]
fn the_database_is_the_one_that_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let ends = |words: &[&str], variable: Option<&str>, exit: i32, file: &str| {
        let (ended, told) = orthanc(folder.path(), words, variable);
        assert!(ended == exit && told.contains(file), "{words:?} {variable:?}: {ended}\n{told}");
    };
    ends(&["db", "migrate"], None, 0, "orthanc_management.db is new");
    ends(&["db", "migrate"], Some("sqlite://variable.db"), 0, "variable.db is new");
    ends(&["--database", "named.db", "db", "migrate"], Some("sqlite://variable.db"), 0, "named.db is new");
    ends(&["db", "migrate", "--database", "last.db"], Some("sqlite://variable.db"), 0, "last.db is new");

    let one = |file: &str| format!(r#"{{ "type": "sqlite", "file_path": "{file}" }}"#);
    let text = format!(r#"{{ "a": {}, "b": {}, "default_connection": "a" }}"#, one("named.db"), one("other.db"));
    std::fs::write(folder.path().join("database.json"), text).unwrap();
    ends(&["--config", "database.json", "db", "status"], None, 0, "001_001_000");
    ends(
        &["--config", "database.json", "db", "status", "--connection", "b"],
        None,
        2,
        "there is no database `other.db`",
    );
    ends(&["db", "status", "--connection", "b"], Some("sqlite://variable.db"), 2, "say --config FILE as well");
}

#[test]
fn the_tour_takes_a_database_as_the_verbs_do() {
    let folder = tempfile::tempdir().unwrap();
    let (exit, told) = orthanc(folder.path(), &["--database", "host=db user=me password=geheim"], None);
    assert!(exit == 1 && told.contains("neither a URL") && !told.contains("geheim"), "{exit}\n{told}");
    let (exit, told) = orthanc(folder.path(), &["--database", "sqlite::memory:"], None);
    assert!(exit == 0 && told.contains("Orthanc management in memory"), "{exit}\n{told}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "no file is made");
    let (exit, told) = orthanc(folder.path(), &["health"], None);
    assert!(exit == 1 && told.contains("say --config FILE"), "{exit}\n{told}");
    // Twice in one file: what it leaves is not in its way.
    for _ in 0..2 {
        let (exit, told) = orthanc(folder.path(), &["--database", "tour.db"], Some("sqlite://variable.db"));
        assert!(exit == 0 && told.contains("Orthanc management in tour.db"), "{exit}\n{told}");
    }
    let (exit, told) = orthanc(folder.path(), &[], Some("sqlite://variable.db"));
    assert!(exit == 0 && told.contains("Orthanc management in orthanc_management.db"), "{exit}\n{told}");
}

#[test]
fn the_help_names_this_program() {
    let folder = tempfile::tempdir().unwrap();
    for verb in ["new", "migrate", "resolve"] {
        let (exit, help) = orthanc(folder.path(), &["db", verb, "--help"], None);
        assert_eq!(exit, 0, "{help}");
        assert!(
            help.contains(&format!("Examples:\n  orthanc db {verb}")) && !help.contains("cargo tablewright"),
            "{help}"
        );
    }
}
