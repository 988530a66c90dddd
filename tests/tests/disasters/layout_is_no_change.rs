//! Line ends, a mark before the text, indentation and the order of keys are no change (sqlx#2659, openai/codex#42143).

use serde_json::json;

use crate::ground::{Files, Ground};

on!(disaster; sqlite, postgres, mysql, mariadb, firebird);

async fn disaster(ground: &Ground) {
    let value = json!({
        "version": "001",
        "name": "first",
        "description": "of\nlines",
        "up_sql": ["CREATE TABLE mig_a (\n  id INTEGER NOT NULL PRIMARY KEY\n)"],
    });
    let file = |text: &str| Files(vec![("001.json".to_owned(), text.to_owned())]);
    file(&value.to_string()).migrate(&ground.db).await.unwrap();
    let indented = format!("{value:#}");
    let turned = format!(
        "{{\"up_sql\": {}, \"description\": {}, \"name\": \"first\",\t\"version\": \"001\"}}\n\n",
        value["up_sql"], value["description"]
    );
    let texts = [
        indented.replace('\n', "\r\n"),
        indented.replace("\\n", "\\r\\n"),
        format!("\u{feff}{indented}"),
        indented.replace("\n  ", "\n\t"),
        indented,
        turned,
    ];
    for text in &texts {
        assert_ne!(*text, value.to_string());
        assert_eq!(file(text).migrate(&ground.db).await.unwrap(), [], "{text:?}");
    }
}
