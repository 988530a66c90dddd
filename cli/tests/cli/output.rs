//! Standard output that takes nothing: closed by who read it, or on a full disk.

use crate::command::Place;
use crate::sqlite::{place, with};
use serde_json::json;
use tablewright::migrate::MigrationFolder;

/// Runs the command with standard output that takes nothing, and says how it ended and what it told on standard error.
fn unheard(place: &Place, words: &[&str], output: impl Into<std::process::Stdio>) -> (i32, String) {
    let ended = place.command(words).stdout(output).output().unwrap();
    (ended.status.code().unwrap(), String::from_utf8(ended.stderr).unwrap())
}

/// How a command ends does not depend on who reads what it says.
#[test]
fn a_closed_output_changes_no_ending() {
    let place = place();
    let closed = |words: &[&str]| {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        unheard(&place, &with(words), writer)
    };
    place.run(&with(&["migrate", "--to", "001_001_000"])).ended(0);
    assert_eq!(closed(&["status"]), (1, String::new()), "something is pending");
    assert_eq!(closed(&["status", "--json"]), (1, String::new()));
    let file =
        json!({ "version": "002", "name": "wrong", "up_sql": ["DROP TABLE nothing"], "dependencies": ["001_002_000"] });
    MigrationFolder::open(place.path("migrations")).unwrap().save_migration(&file.to_string()).unwrap();
    // The first of the two takes effect.
    let (exit, told) = closed(&["migrate", "--json", "--yes"]);
    assert!(exit == 4 && told.contains("`002`, statement 1 of 1"), "{exit}: {told}");
    assert_eq!(closed(&["verify"]), (0, String::new()));
}

/// A full disk is no reader who has seen enough.
#[cfg(target_os = "linux")]
#[test]
fn an_output_that_cannot_be_written_is_told() {
    let place = place();
    place.run(&with(&["migrate"])).ended(0);
    let full = |words: &[&str]| {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        unheard(&place, &with(words), full)
    };
    for words in [&["introspect"][..], &["introspect", "--json"], &["status"]] {
        let (exit, told) = full(words);
        assert!(exit == 4 && told.contains("standard output cannot be written"), "{words:?} {exit}: {told}");
    }
    let (exit, told) = full(&["migrate", "--to", "9"]);
    assert!(exit == 2 && told.contains("no migration has version `9`"), "{exit}: {told}");
    let (exit, told) = full(&["migrate", "--to", "9", "--json"]);
    assert!(exit == 2 && told.contains("no migration has version `9`"), "{exit}: {told}");
}
