//! A table that others refer to is not dropped by SQL that somebody wrote, and no row of theirs goes (torrust/torrust-index#526).

use serde_json::json;
use tablewright_schema::lint::file;
use tablewright_schema::migration::Migration;

use crate::ground::{Ground, people_and_visits};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let old = people_and_visits();
    let drop = ground.quoted("DROP TABLE [people]");
    let files = ground.changed(&old, &old).with(json!({ "version": "003", "up_sql": [drop] }));
    files.migrate_to(&ground.db, "002").await;
    ground.visited().await;
    files.migrate(&ground.db).await.unwrap_err();
    assert_eq!(ground.number("SELECT COUNT(*) FROM [people]").await, 3);
    assert_eq!(ground.number("SELECT COUNT(*) FROM [visits]").await, 3);
}

/// Outside of a transaction SQLite would delete them: a rule says so before.
#[test]
fn a_rule_refuses_it_where_no_transaction_would() {
    let up = json!({ "sqlite": ["DROP TABLE people"] });
    let text = json!({ "version": "1", "name": "x", "transaction": false, "up_sql": up });
    let migration = Migration::parse("1.json", &text.to_string()).unwrap();
    let findings = file::folder(&[("1.json".to_owned(), migration)], &people_and_visits());
    assert!(findings.iter().any(|finding| finding.rule.code == "L102" && finding.refuses()), "{findings:?}");
}
