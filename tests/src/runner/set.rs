//! Migrations of every kind: in one transaction, statement by statement, with rows and functions, there and back.

use serde_json::json;
use tablewright::migrate::{AppliedMigration, MigrationLock};
use tablewright::prelude::*;
use tablewright::{HandwrittenSql, Migrator, drift};
use tablewright_schema::catalog::Table;

use crate::way_back::exact;

/// The files, name and text.
pub fn files() -> Vec<(String, String)> {
    let rows = [
        json!({
            "version": "001", "name": "one", "dependencies": [],
            "up_sql": [
                "CREATE TABLE mig_a (id INTEGER NOT NULL, n INTEGER, CONSTRAINT mig_pk PRIMARY KEY (id))",
                "INSERT INTO mig_a (id, n) VALUES (1, 1)",
                "ALTER TABLE mig_a ADD note VARCHAR(20)",
                "UPDATE mig_a SET n = n + 1",
            ],
            "down_sql": ["DROP TABLE mig_a"], "way_back": exact(),
        }),
        json!({
            "version": "002", "name": "two", "dependencies": ["001"], "transaction": false,
            "up_sql": {
                "sqlite": ["CREATE TABLE mig_b (id INTEGER)", "INSERT INTO mig_b VALUES (1)", "VACUUM", "rust: add_ten"],
                "postgres": [
                    "CREATE TABLE mig_b (id INTEGER)", "INSERT INTO mig_b VALUES (1)",
                    "CREATE INDEX CONCURRENTLY mig_i ON mig_b (id)", "rust: add_ten",
                ],
                "mysql": ["CREATE TABLE mig_b (id INTEGER)", "INSERT INTO mig_b VALUES (1)", "rust: add_ten"],
                "mariadb": ["CREATE TABLE mig_b (id INTEGER)", "INSERT INTO mig_b VALUES (1)", "rust: add_ten"],
                "firebird": ["CREATE TABLE mig_b (id INTEGER)", "INSERT INTO mig_b VALUES (1)", "rust: add_ten"],
            },
            "down_sql": ["UPDATE mig_a SET n = n - 10", "DROP TABLE mig_b"], "way_back": exact(),
        }),
        json!({
            "version": "003", "name": "three", "dependencies": ["002"],
            "way_back": exact(),
            "up_sql": ["CREATE INDEX mig_n ON mig_a (n)", "UPDATE mig_a SET n = n + 100"],
            "down_sql": {
                "sqlite": ["UPDATE mig_a SET n = n - 100", "DROP INDEX mig_n"],
                "postgres": ["UPDATE mig_a SET n = n - 100", "DROP INDEX mig_n"],
                "mysql": ["UPDATE mig_a SET n = n - 100", "DROP INDEX mig_n ON mig_a"],
                "mariadb": ["UPDATE mig_a SET n = n - 100", "DROP INDEX mig_n ON mig_a"],
                "firebird": ["UPDATE mig_a SET n = n - 100", "DROP INDEX mig_n"],
            },
        }),
    ];
    rows.into_iter().map(|file| (format!("{}.json", file["version"].as_str().unwrap()), file.to_string())).collect()
}

/// What runs them.
pub fn migrator(db: &Database) -> Migrator<'_> {
    let files = files();
    Migrator::new(db, files.iter().map(|(name, text)| (name.as_str(), text.as_str()))).unwrap().function(
        "add_ten",
        async |tx| {
            tx.execute_sql("UPDATE mig_a SET n = n + 10", &[]).await?;
            Ok(())
        },
    )
}

/// As if the database had never been migrated, but for what the migrations made.
pub async fn forget_all(db: &Database) {
    AppliedMigration::dao(db).delete_where(Condition::all()).await.unwrap();
    MigrationLock::dao(db).delete_where(Condition::all()).await.unwrap();
}

/// What the migrations made, and how often each row was changed.
#[derive(Debug, PartialEq, Eq)]
pub struct Seen {
    /// The tables of the migrations.
    pub tables: Vec<Table>,
    /// The numbers of `mig_a`, and how many rows `mig_b` has.
    pub rows: Vec<i64>,
    /// The versions of the history, with their states.
    pub history: Vec<String>,
}

impl Seen {
    /// The rows of the history, as it tells of them.
    pub fn history(rows: &[AppliedMigration]) -> Vec<String> {
        rows.iter().map(|row| format!("{} {:?} {:?}", row.version, row.state, row.running)).collect()
    }
}

/// What was asked for, or nothing where that is not there.
pub fn there<T>(rows: tablewright::Result<Vec<T>>) -> Vec<T> {
    match rows {
        Err(error) if error.kind() == Kind::MissingObject => Vec::new(),
        rows => rows.unwrap(),
    }
}

/// After all of them.
pub async fn seen(db: &Database) -> Seen {
    let mut rows = there(db.fetch_sql("SELECT n FROM mig_a", &[], |row| row.get::<i32>(0).map(i64::from)).await);
    rows.extend(there(db.fetch_sql("SELECT COUNT(*) FROM mig_b", &[], |row| row.get::<i64>(0)).await));
    let history = migrator(db).get_applied_migrations().await.unwrap();
    let history = Seen::history(&history);
    let mut tables = drift::read(db).await.unwrap();
    tables.retain(|table| table.name.to_lowercase().starts_with("mig_"));
    Seen { tables, rows, history }
}
