//! No byte of an applied migration can change, and no statement can hide in a comment, as a checksum of lines would let it.

use serde_json::{Value, json};
use tablewright::Migrator;
use tablewright_schema::lint;
use tablewright_schema::migration::{Migration, checksum};

use crate::ground::{Ground, TABLE};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

/// One with all that a checksum has to cover.
fn file() -> String {
    let mut value = json!({
        "version": "001",
        "name": "first",
        "description": "of all",
        "dependencies": [],
        "up_sql": [TABLE, "-- tidy up\nUPDATE mig_a SET n = 0"],
        "down_sql": ["DROP TABLE mig_a"],
        "environments": [],
        "transaction": true,
    });
    value["checksum"] = checksum::of(&value).into();
    format!("{value:#}")
}

/// Whether the runner refuses a file.
async fn is_refused(ground: &Ground, text: &str) -> bool {
    match Migrator::new(&ground.db, [("001.json", text)]) {
        Ok(migrator) => migrator.migrate_to_latest().await.is_err(),
        Err(_) => true,
    }
}

async fn disaster(ground: &Ground) {
    let text = file();
    let content: Value = serde_json::from_str(&text).unwrap();
    assert!(!is_refused(ground, &text).await);
    for n in 0..text.len() {
        // Another letter, and the other case.
        for mask in [1, 0x20] {
            let mut bytes = text.clone().into_bytes();
            bytes[n] ^= mask;
            let changed = String::from_utf8(bytes).unwrap();
            let is_layout = serde_json::from_str::<Value>(&changed).is_ok_and(|other| other == content);
            assert!(is_layout || is_refused(ground, &changed).await, "byte {n}: {changed}");
        }
    }
    let commented = text.replace("tidy up\\n", "tidy up");
    assert_ne!(commented, text);
    assert!(is_refused(ground, &commented).await);
    assert!(!is_refused(ground, &text).await, "nothing of it was touched");
}

#[test]
fn a_comment_that_is_all_of_a_statement_is_found_before() {
    let text = json!({ "version": "1", "name": "x", "up_sql": ["-- tidy up UPDATE mig_a SET n = 0"] }).to_string();
    let migration = Migration::parse("1.json", &text).unwrap();
    let findings = lint::file::folder(&[("1.json".to_owned(), migration)], &[]);
    assert_eq!(findings.iter().map(|finding| finding.rule.code).collect::<Vec<_>>(), ["M037"]);
}
