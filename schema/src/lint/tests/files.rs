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
    let column = |verb: &str, name: &str, from: &str| {
        let part = format!("column `{name}`");
        json!({ "verb": verb, "table": "people", "part": part, "from": from, "to": name, "loses_data": false })
    };
    let codes = |changes: &[Value], up: &[&str]| {
        let findings = folder(&[json!({ "changes": changes, "up_sql": up })]);
        findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>()
    };
    let add = [column("add", "full_name", "")];
    let beside = |sql: &str| codes(&add, &["ALTER TABLE people ADD COLUMN full_name text", sql]);
    assert_eq!(beside("DROP TABLE audit"), ["M101"]);
    assert_eq!(beside("ALTER TABLE audit DROP COLUMN who"), ["M102"]);
    assert_eq!(beside("DELETE FROM people"), ["M039"]);
    assert_eq!(beside("DROP TABLE people"), ["M101"], "also of a table that changes");
    assert_eq!(beside("ALTER TABLE people DROP COLUMN name"), ["M102"]);
    assert_eq!(beside("DROP TABLE _tablewright_aside_audit"), ["M101"], "nobody purged it by name");
    assert!(beside("DROP TABLE _tablewright_new_people").is_empty());

    // What a plan drops, it has copied, or says so.
    let rebuild = [
        "CREATE TABLE _tablewright_new_people (id integer)",
        "INSERT INTO _tablewright_new_people SELECT id FROM people",
        "DROP TABLE people",
        "ALTER TABLE _tablewright_new_people RENAME TO people",
    ];
    assert!(codes(&add, &rebuild).is_empty());
    assert_eq!(codes(&add, &[&rebuild[..], &["DROP TABLE people"]].concat()), ["M101"], "once it is made anew");
    let swap = ["ALTER TABLE people DROP COLUMN age", "ALTER TABLE people RENAME COLUMN _tablewright_new_age TO age"];
    assert!(codes(&[column("change", "age", "i32")], &swap).is_empty());
    let computed =
        ["ALTER TABLE people DROP upper_name", "ALTER TABLE people ADD age numeric(8, 2), ADD upper_name text AS (a)"];
    assert!(codes(&[column("change", "name", "")], &computed).is_empty());
    let anew = ["ALTER TABLE people DROP upper_name", "CREATE TABLE people (name text, upper_name text AS (a))"];
    assert!(codes(&[column("change", "name", "")], &anew).is_empty());
    let stored = ["ALTER TABLE people DROP upper_name", "ALTER TABLE people ADD upper_name text, ADD age int AS (a)"];
    assert_eq!(codes(&[column("change", "name", "")], &stored), ["M102"]);
    let renamed = [column("rename", "full_name", "name")];
    assert_eq!(codes(&renamed, &["ALTER TABLE people DROP COLUMN full_name"]), ["M102"], "that has its values");

    let table = |verb: &str, from: &str| json!({ "verb": verb, "table": "people", "from": from, "loses_data": false });
    let anew = ["CREATE TABLE people (id integer)", "INSERT INTO people SELECT id FROM persons", "DROP TABLE persons"];
    assert!(codes(&[table("rename", "persons")], &anew).is_empty());
    let computing =
        ["ALTER TABLE persons DROP upper", "CREATE TABLE people (id integer, n numeric(8, 2), upper text AS (a))"];
    assert!(codes(&[table("rename", "persons")], &computing).is_empty());
    let storing = ["ALTER TABLE persons DROP upper", "CREATE TABLE people (id integer, upper text, n text AS (a))"];
    assert_eq!(codes(&[table("rename", "persons")], &storing), ["M102"]);
    let both = [&anew[..], &["DROP TABLE people"]].concat();
    assert_eq!(codes(&[table("rename", "persons")], &both), ["M101"], "which has the rows");
    assert!(codes(&[table("drop", "")], &["DROP TABLE people"]).is_empty());
}

#[test]
fn a_purge_is_told_by_its_name() {
    let purge = |changes: Value| {
        let file = json!({
            "version": "1", "name": "n", "changes": changes, "up_sql": ["DROP TABLE _tablewright_aside_people"],
            "way_back": { "format": 1, "changes": [{ "of": "_tablewright_aside_people", "class": "shape" }] },
        });
        let migration = Migration::parse("1.json", &file.to_string()).unwrap();
        let lost = loss::Losses::new(Dialect::Sqlite).of(&migration);
        (told(&file::folder(&[("1.json".to_owned(), migration)], &[])).len(), lost)
    };
    let add = json!([{ "verb": "add", "table": "towns", "loses_data": false }]);
    for changes in [json!([]), add] {
        assert_eq!(purge(changes), (0, vec!["_tablewright_aside_people".to_owned()]));
    }
}

#[test]
fn what_was_made_just_now_is_no_loss() {
    let file = |version: &str, changes: Value, up: &[&str], more: Value| {
        let mut value = json!({ "version": version, "name": "n", "changes": changes, "up_sql": up });
        value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        Migration::parse("x.json", &value.to_string()).unwrap()
    };
    let change = |verb: &str, table: &str, part: &str, from: &str| {
        let loses_data = verb == "drop";
        json!({ "verb": verb, "table": table, "part": part, "from": from, "to": "", "loses_data": loses_data })
    };
    let (add, rename) = (change("add", "people", "", ""), change("rename", "persons", "", "people"));
    let (town, drop) = ("column `town`", change("drop", "persons", "column `town`", ""));
    let all = |files: &[Migration]| {
        let mut losses = loss::Losses::new(Dialect::Postgres);
        files.iter().map(|file| losses.of(file).join(" ")).collect::<Vec<_>>()
    };
    let none = json!({});
    let planned = [
        file("1", json!([add]), &["CREATE TABLE people (id int, town text)"], none.clone()),
        file("2", json!([rename]), &["ALTER TABLE people RENAME TO persons"], none.clone()),
        file("3", json!([drop]), &["ALTER TABLE persons DROP COLUMN town"], none.clone()),
    ];
    assert_eq!(all(&planned), ["", "", ""], "under its new name");
    assert_eq!(all(&planned[1..]), ["", "persons.town"], "it was there before");
    let squashed = file("3", json!([add, rename, drop]), &[], none.clone());
    assert_eq!(all(&[squashed]), [""]);
    let by_hand: Vec<Migration> =
        planned.iter().map(|file| Migration { changes: Vec::new(), ..file.clone() }).collect();
    assert_eq!(all(&by_hand), ["", "", ""]);
    assert_eq!(all(&by_hand[1..]), ["", "persons.town"]);
    // One column of a table that was there.
    let column = [
        file("1", json!([change("add", "people", town, "")]), &[], none.clone()),
        file("2", json!([change("rename", "people", "column `city`", "town")]), &[], none.clone()),
        file("3", json!([change("drop", "people", "column `city`", "")]), &[], none.clone()),
        file("4", json!([change("drop", "people", "column `name`", "")]), &[], none.clone()),
    ];
    assert_eq!(all(&column), ["", "", "", "people.name"]);
    // A table that was dropped makes no room for another one.
    let other = [
        planned[0].clone(),
        file("2", json!([change("drop", "people", "", "")]), &[], none.clone()),
        file("3", json!([change("rename", "people", "", "older")]), &[], none.clone()),
        file("4", json!([change("drop", "people", "", "")]), &[], none.clone()),
    ];
    assert_eq!(all(&other), ["", "", "", "people"]);
    // Kept aside, and purged.
    let class =
        |of: &str, class: &str| json!({ "way_back": { "format": 1, "changes": [{ "of": of, "class": class }] } });
    let aside = crate::plan::aside("people");
    let keep = file("2", json!([change("drop", "people", "", "")]), &[], class("people", "exact_if_kept"));
    let purge = file("3", json!([]), &[&crate::plan::purge("people", Dialect::Postgres)], class(&aside, "shape"));
    assert_eq!(all(&[planned[0].clone(), keep.clone(), purge.clone()]), ["", "", ""]);
    assert_eq!(all(&[keep, purge]), ["", aside.as_str()]);
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
