//! Acknowledgements in files, and rules about a file as such.

use serde_json::{Value, json};

use super::*;
use crate::migration::Migration;

/// The rules that are tried here.
pub(super) const CODES: [&str; 3] = ["M000", "M038", "M040"];

fn folder(files: &[Value]) -> Vec<Finding> {
    let files = files.iter().enumerate().map(|(n, own)| {
        let mut value = json!({ "version": n.to_string(), "name": "x", "up_sql": ["SELECT 1"] });
        value.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        (format!("{n}.json"), Migration::parse("x.json", &value.to_string()).unwrap())
    });
    file::folder(&files.collect::<Vec<_>>(), &[])
}

fn told(findings: &[Finding]) -> Vec<(&str, &str, bool)> {
    findings.iter().map(|finding| (finding.rule.code, &*finding.message, finding.refuses())).collect()
}

fn dropping(sql: &str, accepted: Value) -> Value {
    json!({ "up_sql": [sql], "accepted": accepted })
}

const LOST: &str = "all rows of `people` would be lost";

#[test]
fn an_acknowledgement_holds_for_its_statement() {
    let bare = folder(&[dropping("DROP TABLE people", json!([]))]);
    assert_eq!(told(&bare), [("M101", LOST, true)]);
    let accepted = json!([{ "rule": "M101", "of": "people", "reason": "nobody is there", "change": bare[0].change }]);
    assert!(bare[0].help.contains(&bare[0].change), "what to write is said: {}", bare[0].help);

    let findings = folder(&[dropping("DROP TABLE people", accepted.clone())]);
    assert_eq!(told(&findings), [("M101", LOST, false)]);
    assert_eq!(findings[0].accepted.as_deref(), Some("nobody is there"));
    let laid_out = folder(&[dropping("drop table\r\n  people -- them", accepted.clone())]);
    assert_eq!(told(&laid_out), [("M101", LOST, false)], "layout is no change");

    let changed = folder(&[dropping("DROP TABLE IF EXISTS people", accepted)]);
    let message = format!(
        "`M101` of `people` was accepted for another change; look at this one, and write `\"change\": \"{}\"`",
        changed[0].change
    );
    assert_eq!(told(&changed), [("M101", LOST, true), ("M000", &*message, true)]);
}

#[test]
fn an_acknowledgement_of_nothing_is_told() {
    let accepting = |rule: &str, of: &str| {
        let accepted = json!([{ "rule": rule, "of": of, "reason": "x", "change": "sha256:0" }]);
        let findings = folder(&[dropping("DROP TABLE people", accepted)]);
        findings.into_iter().find(|finding| finding.rule.code == "M000").unwrap().message
    };
    assert_eq!(accepting("table-droped", "people"), "there is no rule `table-droped`; did you mean `table-dropped`?");
    assert_eq!(accepting("M101", "peple"), "`M101` finds nothing in `peple`; did you mean `people`?");
    assert_eq!(accepting("M026", "people"), "`M026` finds nothing in `people`; take the acknowledgement out");
}

#[test]
fn an_acknowledgement_needs_a_reason() {
    let accepted = json!([{ "rule": "M101", "of": "people", "reason": " ", "change": "sha256:0" }]);
    let text = json!({ "version": "1", "name": "x", "up_sql": [], "accepted": accepted }).to_string();
    assert_eq!(
        Migration::parse("1.json", &text).unwrap_err().to_string(),
        "1.json, accepted[0].reason: say why; who reads it in a year has nobody to ask"
    );
}

#[test]
fn losses_of_a_file_are_accepted_for_what_it_changes() {
    let drop = |column: &str| json!({ "verb": "drop", "table": "people", "part": format!("column `{column}`"), "from": "i32", "loses_data": true });
    let older = folder(&[json!({ "changes": [drop("age")], "up_sql": ["ALTER TABLE people DROP COLUMN age"] })]);
    assert_eq!(told(&older), [], "it was given up before acknowledgements were");

    let text = json!({ "version": "1", "name": "x", "up_sql": [], "changes": [drop("age")] }).to_string();
    let migration = Migration::parse("1.json", &text).unwrap();
    let change = subject::hash(migration.changes.iter());
    let accepted = json!([{ "rule": "M002", "of": "people.age", "reason": "x", "change": change }]);
    assert_eq!(told(&folder(&[json!({ "changes": [drop("age")], "accepted": accepted.clone() })])), []);

    let one_more = folder(&[json!({ "changes": [drop("age"), drop("town")], "accepted": accepted.clone() })]);
    assert_eq!(told(&one_more), [("M002", "the values of `people.town` would be lost", true)]);
    let another = folder(&[json!({ "changes": [drop("town")], "accepted": accepted })]);
    assert_eq!(
        told(&another),
        [
            ("M002", "the values of `people.town` would be lost", true),
            ("M000", "`M002` finds nothing in `people.age`; expected one of `people.town`", true),
        ]
    );
}

#[test]
fn a_statement_of_ones_own_is_told_also_beside_planned_ones() {
    let add = json!({ "verb": "add", "table": "people", "part": "column `age`", "to": "i32", "loses_data": false });
    let beside = |sql: &str| {
        let up = ["ALTER TABLE people ADD COLUMN age integer", sql];
        let findings = folder(&[json!({ "changes": [add.clone()], "up_sql": up })]);
        findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    assert_eq!(beside("DROP TABLE audit"), ["M101"]);
    assert_eq!(beside("ALTER TABLE audit DROP COLUMN who"), ["M102"]);
    assert_eq!(beside("DELETE FROM people"), ["M039"]);
    assert!(beside("DROP TABLE people").is_empty(), "a plan drops what it has copied");
    assert!(beside("DROP TABLE _tablewright_new_people").is_empty());
}

#[test]
fn a_file_that_says_its_format_accepts_its_losses() {
    let drop = json!({ "verb": "drop", "table": "people", "part": "column `age`", "from": "i32", "loses_data": true });
    let up = ["ALTER TABLE people DROP COLUMN age"];
    let findings = folder(&[json!({ "format": 1, "changes": [drop], "up_sql": up })]);
    assert_eq!(told(&findings), [("M002", "the values of `people.age` would be lost", true)]);
}

#[test]
fn a_dialect_that_is_left_out_is_told() {
    let first = json!({ "up_sql": { "sqlite": ["SELECT 1"], "postgres": ["SELECT 1"] } });
    let second = json!({ "up_sql": { "sqlite": ["SELECT 1"] } });
    let findings = folder(&[first.clone(), second]);
    assert_eq!(
        told(&findings),
        [("M038", "there are no statements for `postgres`, and other migrations have some", false)]
    );
    assert_eq!(findings[0].file, "1.json");
    assert_eq!(told(&folder(&[first, json!({ "up_sql": ["SELECT 1"] })])), []);
}

#[test]
fn changes_that_are_not_ours_say_nothing() {
    let other = json!({ "changes": ["rows are mended", { "verb": "mend", "table": "t" }, 7] });
    assert_eq!(told(&folder(&[other])), []);
}

#[test]
fn a_list_in_which_nobody_wrote_is_told() {
    let empty =
        json!({ "up_sql": { "sqlite": ["SELECT 1"], "postgres": [] }, "down_sql": { "sqlite": [], "postgres": [] } });
    let findings = folder(std::slice::from_ref(&empty));
    assert_eq!(
        told(&findings),
        [("M040", "there is no statement in it", true), ("M040", "this way back would undo nothing", true)]
    );
    assert_eq!([&*findings[0].place, &*findings[1].place], ["up_sql.postgres", "down_sql.sqlite"]);
    // What says of itself what it changes has no statements where an engine needs none.
    let purging =
        json!({ "way_back": { "format": 1, "changes": [{ "of": "people.town", "class": "shape" }] }, "down_sql": [] });
    let commenting =
        json!({ "changes": [{ "verb": "change", "table": "people", "part": "the comment" }], "up_sql": [] });
    assert_eq!(told(&folder(&[purging, commenting])), []);

    let refusal = |value: &Value, dialect, is_forward| {
        let mut file = json!({ "version": "1", "name": "x" });
        file.as_object_mut().unwrap().extend(value.as_object().unwrap().clone());
        empty::refusal(&Migration::parse("1.json", &file.to_string()).unwrap(), dialect, is_forward)
    };
    assert_eq!(refusal(&empty, Dialect::Sqlite, true), None);
    assert_eq!(refusal(&empty, Dialect::Postgres, false), None, "there is nothing to undo");
    let why = refusal(&empty, Dialect::Sqlite, false).unwrap();
    assert!(
        why.starts_with("`down_sql.sqlite`: this way back would undo nothing; write the statements that undo"),
        "{why}"
    );
    let mut accepting = empty.clone();
    let accepted =
        |n: usize| json!({ "rule": "list-empty", "of": findings[n].of, "reason": "r", "change": findings[n].change });
    accepting["accepted"] = json!([accepted(0), accepted(1)]);
    assert_eq!(refusal(&accepting, Dialect::Postgres, true), None);
    assert_eq!(refusal(&accepting, Dialect::Sqlite, false), None);
    assert_eq!(told(&folder(&[accepting])).iter().filter(|(.., refuses)| *refuses).count(), 0);
}
