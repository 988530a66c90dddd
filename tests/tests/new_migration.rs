//! A migration is written from what changed in the structs, and leads there.

use std::fs;
use std::path::Path;

use orthanc::Orthanc;
use serde_json::{Value, json};
use tablewright::migrate::lint;
use tablewright::prelude::*;
use tablewright::{Kind, Migrator, Schema};
use tablewright_schema::dialect::render;
use tablewright_schema::migration::Migration;
use tablewright_schema::snapshot::Snapshot;
use tablewright_schema::{Dialect, order};

/// A folder whose last migration leads to tables that are not those of the structs.
fn older(folder: &Path, change: impl FnOnce(&mut Value)) {
    Orthanc::write_snapshot(folder).unwrap();
    let path = folder.join("schema.json");
    let mut value: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut value["tables"]);
    fs::write(&path, value.to_string()).unwrap();
    let tables = Snapshot::parse("schema.json", &value.to_string()).unwrap().tables;
    let rendered: Vec<_> = tables.iter().map(|def| (def, render(def, Dialect::Sqlite).unwrap().0)).collect();
    let first = json!({ "version": "001_001_000", "name": "first", "up_sql": { "sqlite": order::create(&rendered) } });
    fs::write(folder.join("001.json"), first.to_string()).unwrap();
    // The index takes it in.
    let index = json!([{
        "version": "001_001_000", "file": "001.json", "checksum": Migration::parse("001.json", &first.to_string()).unwrap().checksum,
    }]);
    value["migrations"] = index;
    fs::write(&path, value.to_string()).unwrap();
}

/// Changes the tables that the last migration of a folder leads to.
fn rewritten(folder: &Path, change: impl FnOnce(&mut Value)) {
    let path = folder.join("schema.json");
    let mut value: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    change(&mut value["tables"]);
    fs::write(&path, value.to_string()).unwrap();
}

fn table<'v>(tables: &'v mut Value, name: &str) -> &'v mut Value {
    tables.as_array_mut().unwrap().iter_mut().find(|table| table["name"] == name).unwrap()
}

#[tokio::test]
async fn it_leads_from_the_snapshot_to_the_structs() {
    let folder = tempfile::tempdir().unwrap();
    older(folder.path(), |tables| {
        let shares = table(tables, "patient_shares");
        shares["columns"].as_array_mut().unwrap().retain(|column| column["name"] != "last_accessed");
        shares["columns"].as_array_mut().unwrap().push(json!({ "name": "hue", "type": "text", "nullable": true }));
        let doctors = table(tables, "referring_doctors");
        doctors["indexes"] = json!([]);
    });
    let new = Orthanc::new_migration(folder.path()).unwrap();
    let words: Vec<String> =
        new.changes().iter().map(|change| format!("{} {} {}", change.verb.name(), change.table, change.part)).collect();
    assert!(words.contains(&"add patient_shares column `last_accessed`".to_owned()), "{words:?}");
    let error = new.clone().write("catch up", "").unwrap_err();
    assert_eq!(error.to_string(), "M002: the values of `patient_shares.hue` would be lost; give them up by name");
    let new = new.give_up("patient_shares.hue");
    let written = new.write("Catch up", "what was forgotten").unwrap();
    let loss = written.findings.iter().find(|finding| finding.rule.code == "M002").unwrap();
    assert_eq!(loss.accepted.as_deref(), Some("given up by name"));
    assert!(lint(folder.path()).unwrap().iter().all(|finding| !finding.refuses()));
    assert_eq!(written.path, folder.path().join("001_001_001_catch_up.json"));
    assert_eq!(written.missing, [], "every dialect has a way there");
    assert!(Orthanc::new_migration(folder.path()).unwrap().changes().is_empty());
    // What is written twice is refused, and leaves nothing.
    assert_eq!(new.write("again", "").unwrap_err().kind(), Kind::Config);
    assert!(!folder.path().join("001_001_001_again.json").exists());

    let texts: Vec<(String, String)> = ["001.json", "001_001_001_catch_up.json"]
        .map(|name| (name.to_owned(), fs::read_to_string(folder.path().join(name)).unwrap()))
        .into();
    let db = Database::connect("sqlite::memory:").await.unwrap();
    let files = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let migrator = Migrator::new(&db, files).unwrap();
    migrator.migrate_to("001_001_000").await.unwrap();
    assert!(!Orthanc::verify(&db).await.unwrap().is_empty());
    migrator.migrate_to_latest().await.unwrap();
    assert_eq!(Orthanc::verify(&db).await.unwrap().to_string(), "");
    migrator.rollback_to_version("001_001_000").await.unwrap();
    let more = Orthanc::verify(&db).await.unwrap().to_string();
    assert!(more.contains(".hue: is TEXT, should not be there"), "{more}");
}

#[test]
fn a_column_without_a_value_asks_for_one() {
    let folder = tempfile::tempdir().unwrap();
    older(folder.path(), |tables| {
        let doctors = table(tables, "referring_doctors");
        doctors["columns"].as_array_mut().unwrap().retain(|column| column["name"] != "name");
        doctors["indexes"] = json!([]);
    });
    let new = Orthanc::new_migration(folder.path()).unwrap();
    let error = new.clone().write("names", "").unwrap_err().to_string();
    assert!(error.contains("the rows that are in `referring_doctors` need a value for `name`"), "{error}");
    let unknown = new.clone().backfill("referring_doctors.nmae", "'x'").unwrap_err();
    assert_eq!(unknown.to_string(), "there is no column `referring_doctors.nmae`; say `table.column`");
    let wrong = |expression| {
        new.clone().backfill("referring_doctors.name", expression).unwrap().write("names", "").unwrap_err().to_string()
    };
    assert!(
        wrong("lowr(email)").contains("the value for `referring_doctors.name` is wrong"),
        "{}",
        wrong("lowr(email)")
    );
    assert!(wrong("lower(emial)").contains("did you mean `email`"), "{}", wrong("lower(emial)"));
    let written = new.backfill("referring_doctors.name", "'unknown'").unwrap().write("names", "").unwrap();
    let text = fs::read_to_string(written.path).unwrap();
    assert!(text.contains("UPDATE `referring_doctors` SET `name` = 'unknown'"), "{text}");
}

/// A folder whose structs have an index more, and a column less.
fn one_more_one_less() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    older(folder.path(), |tables| {
        table(tables, "referring_doctors")["indexes"] = json!([]);
        let shares = table(tables, "patient_shares");
        shares["columns"].as_array_mut().unwrap().push(json!({ "name": "hue", "type": "text", "nullable": true }));
    });
    folder
}

#[test]
fn what_a_rule_finds_is_accepted_by_name() {
    let folder = one_more_one_less();
    let new = Orthanc::new_migration(folder.path()).unwrap();
    let finding = |code: &str| new.findings().into_iter().find(|finding| finding.rule.code == code).unwrap();
    let index = finding("P101");
    assert!(index.of.starts_with("referring_doctors."), "{index:?}");
    assert!(!index.refuses() && finding("M002").refuses());

    let new = new.give_up("patient_shares.hue").deny("P101");
    let refused = new.write("x", "").unwrap_err().to_string();
    assert!(refused.contains(&format!("P101: index `{}", index.of.split_once('.').unwrap().1)), "{refused}");
    let indexes: Vec<String> =
        new.findings().iter().filter(|own| own.rule == index.rule).map(|own| own.of.clone()).collect();
    let new = indexes.iter().fold(new, |new, of| new.accept("index-blocks-writers", of, "a few hundred rows"));
    let written = new.write("x", "").unwrap();
    let text = fs::read_to_string(written.path).unwrap();
    assert!(text.contains("\"reason\": \"a few hundred rows\"") && text.contains("\"rule\": \"P101\""), "{text}");
    let findings = lint(folder.path()).unwrap();
    assert!(findings.iter().all(|finding| !finding.refuses()), "{findings:?}");
}

#[test]
fn what_accepts_nothing_is_told_and_nothing_is_written() {
    let folder = one_more_one_less();
    let new = || Orthanc::new_migration(folder.path()).unwrap().give_up("patient_shares.hue");
    let index = new().findings().into_iter().find(|finding| finding.rule.code == "P101").unwrap().of;
    let close = index.replace("email", "emial");
    let cases = [
        (
            new().give_up("patient_shares.hu"),
            "there is nothing to give up in `patient_shares.hu`; did you mean `patient_shares.hue`?".to_owned(),
        ),
        (new().accept("P101", &close, "x"), format!("`P101` finds nothing in `{close}`; did you mean `")),
        (new().accept("P1O1", &index, "x"), "there is no rule `P1O1`; did you mean `P101`?".to_owned()),
        (new().accept("P101", &index, " "), format!("say why `P101` of `{index}` is accepted")),
        (
            new().accept("M002", "patient_shares.hue", "x"),
            "`M002` is accepted by giving up `patient_shares.hue` by name".to_owned(),
        ),
        (new().deny("M02"), "there is no rule `M02`; did you mean `M002`?".to_owned()),
    ];
    for (new, message) in cases {
        let error = new.write("x", "").unwrap_err();
        assert_eq!(error.kind(), Kind::Usage);
        assert!(error.to_string().contains(&message), "{error}\n{message}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the first migration, and the snapshot");
    }
}

#[test]
fn an_acknowledgement_in_a_file_that_was_changed_is_refused() {
    let folder = one_more_one_less();
    let written = Orthanc::new_migration(folder.path()).unwrap().give_up("patient_shares.hue").write("x", "").unwrap();
    let text = fs::read_to_string(&written.path).unwrap();
    fs::write(&written.path, text.replace("column `hue`", "column `hat`")).unwrap();
    let findings = lint(folder.path()).unwrap();
    let mut told: Vec<(&str, &str)> =
        findings.iter().filter(|own| own.refuses()).map(|own| (own.rule.code, &*own.of)).collect();
    // That is told of each dialect.
    told.dedup();
    let [hue, hat] = ["patient_shares.hue", "patient_shares.hat"];
    assert_eq!(told, [("M102", hue), ("M002", hat), ("M000", hue)], "nothing planned drops `hue` any more");
    // And it is not the file that the index knows.
    assert!(
        Orthanc::write_snapshot(folder.path()).unwrap_err().to_string().contains("was changed after it was written")
    );
}

/// What is kept comes back, until it is purged; then the way back is refused.
#[tokio::test]
async fn what_is_kept_comes_back_until_it_is_purged() {
    let folder = tempfile::tempdir().unwrap();
    older(folder.path(), |tables| {
        let doctors = table(tables, "referring_doctors");
        doctors["columns"].as_array_mut().unwrap().push(json!({ "name": "hue", "type": "text", "nullable": true }));
    });
    let new = || Orthanc::new_migration(folder.path()).unwrap();
    let written = new().keep("referring_doctors.hue").write("Keep", "").unwrap();
    assert!(
        written
            .way_back
            .iter()
            .any(|change| (&*change.of, change.class.name()) == ("referring_doctors.hue", "exact_if_kept"))
    );
    let nothing = |name: &str| new().purge(name).write("Purge", "").unwrap_err().to_string();
    assert_eq!(
        nothing("referring_doctors.heu"),
        "nothing is kept aside of `referring_doctors.heu`; did you mean `referring_doctors.hue`?"
    );
    // A second one of the name would meet the first.
    let again = tempfile::tempdir().unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), again.path().join(file.file_name())).unwrap();
    }
    rewritten(again.path(), |tables| {
        let doctors = table(tables, "referring_doctors");
        doctors["columns"].as_array_mut().unwrap().push(json!({ "name": "hue", "type": "text", "nullable": true }));
    });
    let twice = Orthanc::new_migration(again.path()).unwrap().keep("referring_doctors.hue").write("Again", "");
    let error = twice.unwrap_err().to_string();
    assert!(error.starts_with("something is kept aside of `referring_doctors.hue` already"), "{error}");
    let purge = new().purge("referring_doctors.hue").write("Purge", "").unwrap();
    assert_eq!(
        nothing("referring_doctors.hue"),
        "nothing is kept aside of `referring_doctors.hue`; no migration keeps anything"
    );
    let files = || {
        ["001.json".into(), written.path.clone(), purge.path.clone()].map(|path: std::path::PathBuf| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name.clone(), fs::read_to_string(folder.path().join(&name)).unwrap())
        })
    };
    let files = files();
    let db = Database::connect("sqlite::memory:").await.unwrap();
    let migrator = Migrator::new(&db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap();
    let hue = async || {
        let sql = "SELECT hue FROM referring_doctors";
        db.fetch_sql(sql, &[], |row| row.get::<Option<String>>(0)).await
    };
    migrator.migrate_to("001_001_000").await.unwrap();
    db.execute_sql(&doctor(&db).await, &[]).await.unwrap();
    migrator.migrate_to(&written.version).await.unwrap();
    assert!(hue().await.is_err(), "it is dropped");
    migrator.rollback_to_version("001_001_000").await.unwrap();
    assert_eq!(hue().await.unwrap(), [Some("red".to_owned())]);
    migrator.migrate_to_latest().await.unwrap();
    let error = migrator.rollback_to_version(&written.version).await.map(|runs| runs.len());
    assert_eq!(error.unwrap(), 1, "a purge changes nothing that could be taken back");
    let error = migrator.rollback_to_version("001_001_000").await.unwrap_err().to_string();
    assert!(error.contains("what was kept of `referring_doctors.hue` is not there any more"), "{error}");
}

/// An INSERT of a row that has a hue.
async fn doctor(db: &Database) -> String {
    let sql = "SELECT name || ' ' || type FROM pragma_table_info('referring_doctors') \
         WHERE \"notnull\" = 1 AND dflt_value IS NULL OR name = 'hue'";
    let names = db.fetch_sql(sql, &[], |row| row.get::<String>(0)).await.unwrap();
    let (names, types): (Vec<&str>, Vec<&str>) = names.iter().filter_map(|name| name.split_once(' ')).unzip();
    let value = |(name, kind): (&&str, &&str)| match (*name, *kind) {
        ("hue", _) => "'red'",
        (_, "INTEGER") => "1",
        _ => "'x'",
    };
    let values: Vec<&str> = names.iter().zip(&types).map(value).collect();
    format!("INSERT INTO referring_doctors ({}) VALUES ({})", names.join(", "), values.join(", "))
}
