//! What MySQL and MariaDB say of their tables: `SHOW CREATE TABLE`, which knows temporary tables too, and what
//! `information_schema` writes otherwise (<https://dev.mysql.com/doc/refman/8.0/en/show-create-table.html>,
//! <https://mariadb.com/kb/en/show-create-table/>).

use super::super::Dialect;
use crate::catalog::{Column, KeyForm, Query, Source, Table};

pub(crate) fn source() -> Source {
    let names = "SELECT CAST(TABLE_NAME AS CHAR) FROM information_schema.TABLES \
                 WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' ORDER BY TABLE_NAME";
    Source::StatementEach {
        names: Query { sql: names.to_owned(), columns: 1 },
        statement: |table| Query { sql: format!("SHOW CREATE TABLE {}", Dialect::Mysql.quoted(table)), columns: 2 },
    }
}

/// What is not cached, and does not count rows.
pub(crate) const STATE: &[(usize, &str)] = &[
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, TABLE_TYPE, QUOTE(ENGINE), QUOTE(ROW_FORMAT), QUOTE(TABLE_COLLATION), \
         QUOTE(CREATE_OPTIONS), QUOTE(TABLE_COMMENT)) AS CHAR) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, COLUMN_TYPE, IS_NULLABLE, \
         QUOTE(COLUMN_DEFAULT), QUOTE(COLLATION_NAME), QUOTE(EXTRA), QUOTE(GENERATION_EXPRESSION), QUOTE(COLUMN_COMMENT)) \
         AS CHAR) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX, NON_UNIQUE, QUOTE(COLUMN_NAME), QUOTE(COLLATION), \
         QUOTE(SUB_PART), INDEX_TYPE, QUOTE(INDEX_COMMENT)) AS CHAR) \
         FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION, k.COLUMN_NAME, \
         QUOTE(k.REFERENCED_TABLE_NAME), QUOTE(k.REFERENCED_COLUMN_NAME), QUOTE(r.DELETE_RULE), QUOTE(r.UPDATE_RULE)) AS CHAR) \
         FROM information_schema.KEY_COLUMN_USAGE k LEFT JOIN information_schema.REFERENTIAL_CONSTRAINTS r \
         ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.TABLE_NAME = k.TABLE_NAME \
         AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME WHERE k.TABLE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', CONSTRAINT_NAME, CHECK_CLAUSE) AS CHAR) \
         FROM information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, QUOTE(VIEW_DEFINITION)) AS CHAR) \
         FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER, \
         ACTION_STATEMENT) AS CHAR) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', ROUTINE_TYPE, ROUTINE_NAME, QUOTE(DTD_IDENTIFIER), QUOTE(ROUTINE_DEFINITION), \
         QUOTE(ROUTINE_COMMENT)) AS CHAR) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', EVENT_NAME, STATUS, EVENT_DEFINITION, QUOTE(EXECUTE_AT), QUOTE(INTERVAL_VALUE), \
         QUOTE(INTERVAL_FIELD)) AS CHAR) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()",
    ),
    (
        1,
        "SELECT CAST(CONCAT_WS('|', TABLE_NAME, PARTITION_NAME, QUOTE(PARTITION_METHOD), QUOTE(PARTITION_EXPRESSION), \
         QUOTE(PARTITION_DESCRIPTION)) AS CHAR) FROM information_schema.PARTITIONS \
         WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_NAME IS NOT NULL",
    ),
];

/// Says types and keys in our words; `collation` is the one that our tables have.
pub(crate) fn settle(table: &mut Table, collation: &str) {
    let Table { columns, keys, checks, .. } = table;
    let of_columns = columns.iter_mut().flat_map(|column| {
        let Column { default, computed, .. } = column;
        default.iter_mut().chain(computed.as_mut().map(|computed| &mut computed.expression))
    });
    let of_keys = keys.iter_mut().flat_map(|key| &mut key.parts).map(|part| &mut part.text);
    let of_checks = checks.iter_mut().map(|check| &mut check.condition);
    for text in of_columns.chain(of_keys).chain(of_checks) {
        *text = known_text(text);
    }
    for column in columns {
        // A document of MariaDB is a text with a check (https://mariadb.com/kb/en/json-data-type/).
        let valid = format!("json_valid({})", Dialect::Mysql.quoted(&column.name));
        let before = checks.len();
        checks.retain(|check| !(check.name.is_empty() && check.condition == valid));
        column.type_name = if checks.len() < before {
            "json".to_owned()
        } else {
            known_type(&column.type_name, &table.collation, collation)
        };
    }
    for key in keys {
        // There is no other unique constraint than a unique index, and a primary key has no name of its own.
        match key.form {
            KeyForm::Unique => key.form = KeyForm::UniqueIndex,
            KeyForm::Primary => key.name.clear(),
            KeyForm::Index | KeyForm::UniqueIndex => {}
        }
    }
}

/// A type without what goes without saying.
fn known_type(told: &str, of_table: &str, ours: &str) -> String {
    let (name, collation) = told.split_once(" COLLATE ").unwrap_or((told, ""));
    let name = name.split_once(" CHARACTER SET ").map_or(name, |(name, _)| name);
    let is_text = ["char", "varchar", "text", "tinytext", "mediumtext", "longtext", "enum", "set"]
        .contains(&name.split('(').next().unwrap_or_default().trim());
    let collation = if collation.is_empty() && is_text { of_table } else { collation };
    let name = match name.split_once('(') {
        // How wide a number is shown.
        Some(("smallint" | "int" | "bigint", _)) if !name.contains(' ') => name.split('(').next().unwrap_or(name),
        Some(("tinyint", "1)")) => "boolean",
        _ => name,
    };
    let name = name.replace(", ", ",").replace(',', ", ");
    if collation.is_empty() || collation == ours { name } else { format!("{name} COLLATE {collation}") }
}

/// A text that MySQL wrote again: without the character set of its constants, which is the session's that made it, and
/// without the brackets around a negative number that go when the table is changed.
fn known_text(told: &str) -> String {
    let mut text = told.to_owned();
    for introducer in ["_utf8mb4'", "_utf8mb3'", "_latin1'"] {
        text = text.replace(introducer, "'");
    }
    let mut rest = text.as_str();
    let mut known = String::with_capacity(rest.len());
    while let Some(at) = rest.find("-(") {
        let inside = &rest[at + 2..];
        let digits = inside.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'.').count();
        known.push_str(&rest[..at + 1]);
        rest = if digits > 0 && inside[digits..].starts_with(')') {
            known.push_str(&inside[..digits]);
            &inside[digits + 1..]
        } else {
            &rest[at + 1..]
        };
    }
    known + rest
}
