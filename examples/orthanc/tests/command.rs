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
