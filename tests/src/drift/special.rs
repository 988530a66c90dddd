//! Drift that only some engines have words for, and what is no drift and worth knowing.

use tablewright::Executor;
use tablewright::drift::{introspect, verify};
use tablewright::prelude::*;
use tablewright_schema::TableDef;
use tablewright_schema::model::{ColumnDef, DataType, IndexDef, IndexPart, Text, UniqueDef};
use tablewright_schema::plan::{Fill, plan};

use super::run;

fn people() -> TableDef {
    const TOWN: &[IndexPart] = &[IndexPart::asc("town")];
    const INDEXES: &[IndexDef] = &[IndexDef::new("ix_people_town", TOWN)];
    const UNIQUES: &[UniqueDef] = &[UniqueDef::new("uq_people_mail", &[Text::Borrowed("mail")])];
    let mut def = TableDef::new("people", &[]).primary_key("pk_people", &[Text::Borrowed("id")]);
    def = def.indexes(INDEXES).uniques(UNIQUES);
    def.columns = vec![
        ColumnDef::new("id", DataType::I64),
        ColumnDef::new("town", DataType::Varchar(60)),
        ColumnDef::new("mail", DataType::Varchar(60)).nullable(),
        ColumnDef::new("seen", DataType::Timestamp).nullable(),
    ]
    .into();
    def
}

/// On an empty database.
pub async fn is_told(db: &Database) {
    let dialect = db.dialect();
    let create = plan(&[], &[people()], dialect, &Fill::default()).unwrap().statements;
    run(db, &create.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let drift = verify(db, [&people()]).await.unwrap();
    assert!(drift.is_empty() && drift.advice.is_empty(), "{drift}");
    if dialect.name() == "postgres" {
        plain_times_are_ours(db).await;
    }
    for (statements, told) in specials(db).await {
        run(db, statements).await;
        let drift = verify(db, [&people()]).await.unwrap().to_string();
        assert!(drift.lines().any(|line| line.eq_ignore_ascii_case(told)), "after {statements:?}:\n{drift}");
    }

    let mut wanted = people();
    wanted.columns.to_mut().insert(1, ColumnDef::new("hue", DataType::I32).nullable());
    let [table, hue] = ["people", "hue"].map(|name| dialect.quoted(name));
    let before = verify(db, [&people()]).await.unwrap();
    run(db, &[format!("ALTER TABLE {table} ADD {hue} INTEGER").as_str()]).await;
    let drift = verify(db, [&wanted]).await.unwrap();
    assert_eq!(drift.differences, before.differences, "the order is no difference");
    let told =
        "people: the columns are in the order id, town, mail, seen, hue, in the schema id, hue, town, mail, seen";
    assert_eq!(drift.advice, [told]);
}

/// Times without digits keep as many as ours.
async fn plain_times_are_ours(db: &Database) {
    run(db, &["ALTER TABLE people ALTER COLUMN seen TYPE timestamp"]).await;
    let drift = verify(db, [&people()]).await.unwrap();
    assert!(drift.is_empty(), "{drift}");
    run(db, &["CREATE TABLE plain (id bigint PRIMARY KEY, a timestamptz, b timestamp, c time)"]).await;
    let found = introspect(db, "plain").await.unwrap();
    let plain = found.tables.iter().find(|lifted| lifted.def.name == "plain").unwrap();
    let types: Vec<&DataType> = plain.def.columns.iter().map(|column| &column.data_type).collect();
    assert_eq!(types, [&DataType::I64, &DataType::TimestampTz, &DataType::Timestamp, &DataType::Time]);
    assert_eq!(plain.notes, ["the primary key is called `plain_pkey`"]);
    run(db, &["DROP TABLE plain"]).await;
}

/// What is done, and what is told of it.
async fn specials(db: &Database) -> Vec<(&'static [&'static str], &'static str)> {
    match db.dialect().name() {
        "postgres" => {
            let mut all: Vec<(&[&str], _)> = vec![(
                &["DROP INDEX ix_people_town", "CREATE INDEX ix_people_town ON people (town varchar_pattern_ops)"],
                "people, index `ix_people_town`: is over town, operator class varchar_pattern_ops, should be over town",
            )];
            if release(db).await >= 15 {
                all.push((
                    &[
                        "ALTER TABLE people DROP CONSTRAINT uq_people_mail",
                        "ALTER TABLE people ADD CONSTRAINT uq_people_mail UNIQUE NULLS NOT DISTINCT (mail)",
                    ],
                    "people, unique constraint `uq_people_mail`: is unique constraint over mail, nulls not distinct, should be unique constraint over mail",
                ));
            }
            all
        }
        "mysql" | "mariadb" => vec![(
            &["ALTER TABLE people MODIFY seen datetime(6) NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP(6)"],
            "people.seen: the update is `CURRENT_TIMESTAMP(6)`, should not be there",
        )],
        "firebird" if release(db).await >= 5 => vec![(
            &[
                r#"DROP INDEX "ix_people_town""#,
                r#"CREATE INDEX "ix_people_town" ON "people" ("town") where  "town" <> 'Durban'"#,
            ],
            "people, index `ix_people_town`: is over town, where \"town\" <> 'Durban', should be over town",
        )],
        _ => Vec::new(),
    }
}

/// The first number of the server's version.
async fn release(db: &Database) -> u32 {
    let version = db.version().await.unwrap();
    version.split(|c: char| !c.is_ascii_digit()).find_map(|part| part.parse().ok()).unwrap()
}
