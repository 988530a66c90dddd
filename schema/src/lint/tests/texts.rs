//! Rules about SQL that somebody wrote.

use super::*;
use crate::migration::Migration;
use crate::model::{ForeignKeyDef, TableDef, Text};

/// The code of a rule, the dialect whose texts they are, texts that fire it, and a near miss. `!` stands before texts that
/// do not run in one transaction.
type Case = (&'static str, &'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    ("M101", "sqlite", &["DROP TABLE people"], &["CREATE TABLE \"copy\" (a int)", "DROP TABLE copy"]),
    ("M101", "common", &["-- old\ndrop table if exists \"people\""], &["DROP INDEX people"]),
    (
        "M102",
        "postgres",
        &["ALTER TABLE people DROP COLUMN IF EXISTS town"],
        &["ALTER TABLE people DROP CONSTRAINT ck, ALTER COLUMN town DROP DEFAULT, ALTER COLUMN age DROP NOT NULL"],
    ),
    ("M102", "oracle", &["ALTER TABLE people DROP (town)"], &["ALTER TABLE people DROP UNUSED COLUMNS"]),
    ("M102", "oracle", &["ALTER TABLE people SET UNUSED (fax)"], &["ALTER TABLE people MODIFY (fax NULL)"]),
    ("M102", "oracle", &["ALTER TABLE people SET UNUSED COLUMN fax"], &["ALTER TABLE people DROP PRIMARY KEY"]),
    (
        "M102",
        "sqlserver",
        &["ALTER TABLE people DROP CONSTRAINT df, COLUMN b"],
        &["ALTER TABLE people DROP CONSTRAINT a, b"],
    ),
    ("M102", "mariadb", &["ALTER ONLINE IGNORE TABLE people DROP a"], &["ALTER ONLINE TABLE people ADD a int"]),
    ("M102", "firebird", &["ALTER TABLE people DROP \"town\""], &["ALTER TABLE people ALTER town DROP IDENTITY"]),
    ("M003", "mysql", &["DROP DATABASE shop"], &["DROP TABLE IF EXISTS `database`"]),
    ("M039", "sqlite", &["DELETE FROM people"], &["DELETE FROM people WHERE town IS NULL"]),
    ("M039", "mysql", &["DELETE p FROM people p"], &["DELETE p FROM people p WHERE p.id = 1"]),
    ("M039", "sqlserver", &["DELETE TOP (100) PERCENT FROM people"], &["DELETE people WHERE id = 1"]),
    ("M039", "postgres", &["TRUNCATE people"], &["CREATE TABLE truncate (a int)"]),
    (
        "M026",
        "postgres",
        &["DROP TABLE people CASCADE"],
        &["CREATE TABLE x (a int REFERENCES people ON DELETE CASCADE)"],
    ),
    (
        "M026",
        "oracle",
        &["ALTER TABLE people DROP COLUMN a CASCADE CONSTRAINTS"],
        &["ALTER TABLE x DROP CONSTRAINT fk, ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES b ON DELETE CASCADE"],
    ),
    ("M032", "sqlite", &["BEGIN IMMEDIATE"], &["UPDATE t SET a = 'BEGIN' WHERE b = 'COMMIT'"]),
    ("M032", "postgres", &["UPDATE t SET a = 1 WHERE b; COMMIT"], &["DO $$ BEGIN UPDATE t SET a = 1; COMMIT; END $$"]),
    ("M032", "sqlite", &["SAVEPOINT a"], &["CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = 1; END"]),
    ("M036", "sqlite", &["CREATE TABLE a (b int); CREATE TABLE c (d int)"], &["CREATE TABLE a (b int); -- the end;"]),
    (
        "M036",
        "firebird",
        &["INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);"],
        &["EXECUTE BLOCK AS BEGIN INSERT INTO a VALUES (1); INSERT INTO a VALUES (2); END"],
    ),
    ("M037", "sqlite", &["-- DROP TABLE audit"], &["-- tidy up\nDROP INDEX audit"]),
    ("M037", "mysql", &["/* later */ ;"], &["/* now */ SELECT 1"]),
    (
        "M125",
        "sqlite",
        &["ALTER TABLE people ADD COLUMN town text", "UPDATE people SET town = 'x'"],
        &["CREATE TABLE towns (a text)", "INSERT INTO towns VALUES ('x')"],
    ),
    ("P103", "postgres", &["CREATE INDEX CONCURRENTLY a ON b (c)"], &["!", "CREATE INDEX CONCURRENTLY a ON b (c)"]),
    (
        "P104",
        "postgres",
        &["!", "CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON b (c)"],
        &["!", "DROP INDEX CONCURRENTLY IF EXISTS a", "CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON b (c)"],
    ),
    (
        "P109",
        "postgres",
        &["ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0) NOT VALID", "ALTER TABLE a VALIDATE CONSTRAINT c"],
        &["ALTER TABLE a ADD CONSTRAINT c CHECK (b > 0) NOT VALID", "ALTER TABLE a VALIDATE CONSTRAINT d"],
    ),
    (
        "P121",
        "postgres",
        &["SET LOCAL lock_timeout = 0"],
        &["SET LOCAL search_path = people", "UPDATE a SET lock_timeout = 0"],
    ),
    ("P121", "postgres", &["RESET statement_timeout"], &["SELECT 'SET statement_timeout = 0'"]),
    ("P129", "postgres", &["SELECT pg_advisory_lock(1)"], &["SELECT pg_advisory_xact_lock(1)"]),
    (
        "F106",
        "firebird",
        &["ALTER TABLE \"a\" ADD b integer", "ALTER TABLE \"a\" ALTER c TYPE bigint"],
        &["ALTER TABLE \"a\" ADD b integer", "UPDATE \"a\" SET b = 1", "ALTER TABLE \"a\" DROP c"],
    ),
    (
        "F106",
        "firebird",
        &["ALTER TABLE a DROP b", "ALTER TABLE a ADD c integer, ADD d integer"],
        &["ALTER TABLE a DROP b", "ALTER TABLE a ADD CONSTRAINT c CHECK (d > 0)", "ALTER TABLE e ADD c integer"],
    ),
    ("M024", "mysql", &["ALTER TABLE `parents` ADD COLUMN a int"], &["ALTER TABLE strangers ADD COLUMN a int"]),
    ("M024", "common", &["alter table Parents rename to p"], &["CREATE INDEX a ON parents (b)"]),
    ("L102", "sqlite", &["!", "DROP TABLE \"parents\""], &["DROP TABLE \"parents\""]),
    ("L102", "sqlite", &["!", "DROP TABLE parents"], &["!", "DROP TABLE children"]),
    (
        "L106",
        "sqlite",
        &["ALTER TABLE p RENAME TO old_p", "CREATE TABLE p (a int)"],
        &["CREATE TABLE new_p (a int)", "DROP INDEX p", "ALTER TABLE new_p RENAME TO p"],
    ),
    ("L109", "sqlite", &["PRAGMA foreign_keys = OFF"], &["PRAGMA foreign_key_check"]),
    ("L109", "sqlite", &["PRAGMA main.writable_schema = 1"], &["PRAGMA user_version = 2"]),
    (
        "Y102",
        "mysql",
        &["CREATE TABLE a (b int REFERENCES c (d), e int)"],
        &[
            "CREATE TABLE a (b int, CONSTRAINT f FOREIGN KEY (b) REFERENCES c (d), e decimal(4, 2))",
            "ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b, e) REFERENCES c (d, f)",
        ],
    ),
    (
        "S105",
        "sqlserver",
        &["ALTER TABLE a WITH NOCHECK ADD CONSTRAINT b CHECK (c > 0)"],
        &["ALTER TABLE a WITH NOCHECK ADD CONSTRAINT b CHECK (c > 0)", "ALTER TABLE a WITH CHECK CHECK CONSTRAINT b"],
    ),
    ("S104", "sqlserver", &["EXEC sp_rename N'dbo.t', N'[u]'"], &["EXEC sp_rename N'[dbo].[t]', N'u'"]),
    (
        "O102",
        "oracle",
        &["ALTER TABLE a ADD (b varchar2(9) DEFAULT '' NOT NULL)"],
        &["ALTER TABLE a ADD (b varchar2(9) DEFAULT ' ')"],
    ),
];

pub(super) fn codes() -> Vec<&'static str> {
    CASES.iter().map(|(code, ..)| *code).collect()
}

fn parents() -> Vec<TableDef> {
    const KEY: &[ForeignKeyDef] =
        &[ForeignKeyDef::new("fk", &[Text::Borrowed("p")], "parents", &[Text::Borrowed("id")])];
    vec![TableDef::new("parents", &[]), TableDef::new("children", &[]).foreign_keys(KEY)]
}

fn found(dialect: &str, texts: &[&str]) -> Vec<Finding> {
    let (transaction, texts) = match texts {
        ["!", rest @ ..] => (false, rest),
        all => (true, all),
    };
    let up = if dialect == "common" { serde_json::json!(texts) } else { serde_json::json!({ dialect: texts }) };
    let text = serde_json::json!({ "version": "1", "name": "x", "up_sql": up, "transaction": transaction });
    let migration = Migration::parse("1.json", &text.to_string()).unwrap();
    file::folder(&[("1.json".to_owned(), migration)], &parents())
}

#[test]
fn each_rule_fires_and_stays_silent_beside_a_near_miss() {
    for (code, dialect, firing, near_miss) in CASES {
        let codes = |texts| found(dialect, texts).iter().map(|finding| finding.rule.code).collect::<Vec<_>>();
        assert!(codes(firing).contains(code), "{code} in {firing:?}: {:?}", codes(firing));
        assert!(!codes(near_miss).contains(code), "{code} in {near_miss:?}");
    }
}

#[test]
fn a_finding_says_where_it_is() {
    let findings = found("postgres", &["CREATE TABLE a (b int)", "DROP TABLE people CASCADE"]);
    let told: Vec<(&str, &str, &str)> =
        findings.iter().map(|finding| (finding.rule.code, &*finding.place, &*finding.of)).collect();
    assert_eq!(told, [("M101", "up_sql.postgres[1]", "people"), ("M026", "up_sql.postgres[1]", "people")]);
    assert_eq!(findings[0].file, "1.json");
    assert_eq!(findings[0].dialects, [Dialect::Postgres]);
}

#[test]
fn rules_of_one_engine_are_not_asked_of_another() {
    let codes = |dialect| found(dialect, &["CREATE TABLE a (b int REFERENCES c (d))"]).len();
    assert_eq!((codes("postgres"), codes("mariadb"), codes("common")), (0, 1, 1));
}
