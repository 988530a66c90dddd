//! Each way in which a folder of migrations can be wrong, and one that is right.

use super::*;
use crate::snapshot::{Entry, Snapshot};

fn file(version: &str, dependencies: &[&str]) -> (String, String) {
    let text = serde_json::json!({
        "version": version,
        "name": format!("name of {version}"),
        "up_sql": ["CREATE TABLE \"t\" (\"a\" integer)"],
        "down_sql": { "sqlite": ["DROP TABLE \"t\""] },
        "dependencies": dependencies,
    });
    (format!("{version}.json"), format!("{text:#}"))
}

fn index(files: &[(String, String)]) -> Snapshot {
    let entries = files.iter().map(|(name, text)| {
        let migration = Migration::parse(name, text).unwrap();
        Entry { version: migration.version, file: name.clone(), checksum: migration.checksum }
    });
    Snapshot { tables: Vec::new(), migrations: entries.collect() }
}

fn faults(snapshot: &Snapshot, files: &[(String, String)]) -> Vec<String> {
    folder::check(snapshot, files).iter().map(ToString::to_string).collect()
}

#[test]
fn a_folder_that_is_right_is_silent() {
    let files = [file("001", &[]), file("002", &["001"]), file("003", &["001", "002"])];
    assert_eq!(faults(&index(&files), &files), [""; 0]);
}

#[test]
fn layout_line_ends_and_order_do_not_matter() {
    let (name, text) = file("001", &[]);
    let other = text.replace('\n', "\r\n").replace("  ", "\t");
    assert_ne!(text, other);
    assert_eq!(faults(&index(&[(name.clone(), text)]), &[(name, other)]), [""; 0]);
}

#[test]
fn a_change_is_told_with_both_checksums() {
    let files = [file("001", &[])];
    let changed = [(files[0].0.clone(), files[0].1.replace("integer", "text"))];
    let [message] = &faults(&index(&files), &changed)[..] else { panic!("one fault") };
    assert!(
        message.starts_with("001.json, checksum: migration `001` was changed after it was written: recorded sha256:")
    );
}

#[test]
fn files_and_index_agree() {
    let files = [file("001", &[]), file("002", &["001"])];
    assert_eq!(
        faults(&index(&files[..1]), &files),
        [
            "002.json: `schema.json` does not know this migration; `repair --file 002` of the command takes it in, or take the \
             file away"
        ]
    );
    assert_eq!(
        faults(&index(&files), &files[..1]),
        ["002.json: the file of migration `002` is gone; bring it back from version control"]
    );
}

#[test]
fn dependencies_are_there_and_no_circle() {
    let files = [file("001", &["002"]), file("002", &["003"]), file("003", &["001"]), file("004", &["01"])];
    assert_eq!(
        faults(&index(&files), &files),
        [
            "004.json, dependencies[0]: no migration has version `01`; did you mean `001`?",
            "001.json, dependencies: these migrations wait for each other: `001` -> `002` -> `003` -> `001`; take out one \
             of the dependencies",
        ]
    );
}

#[test]
fn texts_and_numbers_that_disagree_are_told() {
    let told = |files: &[(String, String)]| faults(&index(files), files);
    assert_eq!(
        told(&[file("1", &[]), file("2", &[]), file("9", &[]), file("10", &[])]),
        [
            "10.json, version: `10` would run before `2`, for versions are ordered as texts: give all of them as many digits \
             (`002`), or say in `dependencies` which comes first"
        ]
    );
    let settled = [
        [file("1", &[]), file("2", &["1"]), file("10", &["2"])],
        [file("001", &[]), file("010", &[]), file("100", &[])],
        [file("001_001_998", &[]), file("001_001_999", &[]), file("001_001_1000", &["001_001_999"])],
    ];
    for files in settled {
        assert_eq!(told(&files), [""; 0]);
    }
}

#[test]
fn a_version_is_taken_once() {
    let mut files = [file("001", &[]), file("001", &[])];
    files[1].0 = "other.json".to_owned();
    assert_eq!(
        faults(&index(&files), &files),
        ["other.json, version: version `001` is taken by `name of 001`; give this one another version"]
    );
}

#[test]
fn a_file_that_is_no_migration_is_named() {
    let wrong = [
        ("{\n  \"version\": }", "x.json, 2:14: this is no JSON: expected value"),
        ("{}", "x.json: the key `version` is missing"),
        (
            r#"{"version": "a b", "name": "x", "up_sql": []}"#,
            "x.json, version: a version is at most 60 letters, digits, `.`, `_` and `-`, as in `002_001_000`",
        ),
        (
            r#"{"version": "1", "name": "x", "up_sql": {"mssql": []}}"#,
            "x.json, up_sql: unknown key `mssql`; did you mean `mysql`?",
        ),
        (r#"{"version": "1", "name": "x", "up_sql": [1]}"#, "x.json, up_sql[0]: expected a text in double quotes"),
        (
            "{\"version\": \"1\", \"name\": \"x\", \"up_sql\": [\"DROP TABLE a\"],\n  \"up_sql\": [\"DROP TABLE b\"]}",
            "x.json, 2:3: the key `up_sql` stands here for the second time; take one of the two out",
        ),
        (
            r#"{"version": "1", "name": "x", "up_sql": {"sqlite": ["rust: a-b"]}}"#,
            "x.json, up_sql.sqlite[0]: `a-b` is no name of a function; letters, digits and `_` make one, as in \
             `rust: fill_towns`",
        ),
    ];
    for (text, message) in wrong {
        assert_eq!(Migration::parse("x.json", text).unwrap_err().to_string(), message);
    }
}

#[test]
fn what_is_wrong_with_a_part_is_told_with_its_place() {
    let wrong = [
        (r#""timout": {}"#, "x.json: unknown key `timout`; did you mean `timeout`?"),
        (r#""timeout": 500"#, "x.json, timeout: expected an object, `{..}`"),
        (r#""timeout": {}"#, "x.json, timeout: expected `lock_ms`, `statement_ms`, or both"),
        (r#""timeout": { "lok_ms": 1 }"#, "x.json, timeout: unknown key `lok_ms`; did you mean `lock_ms`?"),
        (r#""timeout": { "lock_ms": "1 s" }"#, "x.json, timeout.lock_ms: expected a whole number"),
        (
            r#""timeout": { "lock_ms": 5, "statement_ms": 0 }"#,
            "x.json, timeout.statement_ms: expected milliseconds, from 1 to 2147483647",
        ),
        (
            r#""preflight": { "sqlite": [{ "sql": "SELECT 0", "message": "m", "key": {} }] }"#,
            "x.json, preflight.sqlite[0]: unknown key `key`; did you mean `keys`?",
        ),
        (
            r#""preflight": { "sqlite": [{ "sql": "SELECT 0", "message": "m", "keys": { "columns": [], "sql": "" } }] }"#,
            "x.json, preflight.sqlite[0].keys.columns: a key has columns",
        ),
        (
            r#""preflight": { "sqlite": [{ "sql": "SELECT 0", "message": "m", "keys": {}, "no_keys": "" }] }"#,
            "x.json, preflight.sqlite[0].keys: there are keys, or a reason why there are none (`no_keys`), not both",
        ),
    ];
    for (part, message) in wrong {
        let text = format!(r#"{{"version": "1", "name": "x", "up_sql": [], {part}}}"#);
        assert_eq!(Migration::parse("x.json", &text).unwrap_err().to_string(), message);
    }
}

#[test]
fn the_order_is_dependencies_first_and_then_by_version() {
    let of = |files: &[(String, String)]| {
        let all: Vec<Migration> = files.iter().map(|(name, text)| Migration::parse(name, text).unwrap()).collect();
        order(&all).into_iter().map(|n| all[n].version.clone()).collect::<Vec<_>>()
    };
    let files = [file("003", &[]), file("001", &["004"]), file("002", &[]), file("004", &["002"])];
    assert_eq!(of(&files), ["002", "003", "004", "001"]);
    assert_eq!(of(&[file("002", &["001"]), file("001", &["002"])]), ["001", "002"], "a circle does not hang");
}

#[test]
fn statements_are_common_or_of_a_dialect() {
    let text =
        r#"{"version": "1", "name": "x", "up_sql": ["a"], "down_sql": {"oracle": ["b"]}, "environments": ["staging"]}"#;
    let migration = Migration::parse("1.json", text).unwrap();
    assert_eq!(migration.up.statements(Dialect::Sqlite), Some(&["a".to_owned()][..]));
    let down = migration.down.as_ref().unwrap();
    assert_eq!(down.statements(Dialect::Oracle), Some(&["b".to_owned()][..]));
    assert_eq!(down.statements(Dialect::Sqlite), None);
    assert!(migration.transaction && migration.is_for(None) && migration.is_for(Some("staging")));
    assert!(!migration.is_for(Some("production")));
}
