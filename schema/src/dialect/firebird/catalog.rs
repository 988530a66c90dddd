//! Firebird's catalog
//! (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-appx04-systables>).
//! It keeps expressions as they were written.

use super::super::catalog::{Scope, rows};
use crate::catalog::{Source, Table};

/// There is one kind of tables.
pub(super) fn source(_: Scope) -> Source {
    rows([TABLES, COLUMNS, KEYS, CHECKS, REFERENCES])
}

const TABLES: &str = "SELECT TRIM(RDB$RELATION_NAME), RDB$DESCRIPTION FROM RDB$RELATIONS \
    WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0 AND RDB$VIEW_BLR IS NULL";

/// The type is told in numbers: its own, its kind, characters or bytes, digits, scale; then character set and collation.
const COLUMNS: &str = "SELECT TRIM(c.RDB$RELATION_NAME), TRIM(c.RDB$FIELD_NAME), f.RDB$FIELD_TYPE || ' ' \
    || COALESCE(f.RDB$FIELD_SUB_TYPE, 0) || ' ' || COALESCE(f.RDB$CHARACTER_LENGTH, f.RDB$FIELD_LENGTH, 0) || ' ' \
    || COALESCE(f.RDB$FIELD_PRECISION, 0) || ' ' || ABS(COALESCE(f.RDB$FIELD_SCALE, 0)) || ' ' \
    || COALESCE(TRIM(s.RDB$CHARACTER_SET_NAME), '-') || ' ' || COALESCE((SELECT TRIM(o.RDB$COLLATION_NAME) FROM RDB$COLLATIONS o \
    WHERE o.RDB$COLLATION_ID = COALESCE(c.RDB$COLLATION_ID, f.RDB$COLLATION_ID) \
    AND o.RDB$CHARACTER_SET_ID = f.RDB$CHARACTER_SET_ID), '-'), \
    CASE WHEN COALESCE(c.RDB$NULL_FLAG, f.RDB$NULL_FLAG, 0) = 1 THEN 'NO' END, \
    COALESCE(c.RDB$DEFAULT_SOURCE, f.RDB$DEFAULT_SOURCE), CASE WHEN c.RDB$IDENTITY_TYPE IS NOT NULL THEN 'YES' END, \
    f.RDB$COMPUTED_SOURCE, '', c.RDB$DESCRIPTION \
    FROM RDB$RELATION_FIELDS c JOIN RDB$FIELDS f ON f.RDB$FIELD_NAME = c.RDB$FIELD_SOURCE \
    JOIN RDB$RELATIONS t ON t.RDB$RELATION_NAME = c.RDB$RELATION_NAME \
    LEFT JOIN RDB$CHARACTER_SETS s ON s.RDB$CHARACTER_SET_ID = f.RDB$CHARACTER_SET_ID \
    WHERE COALESCE(t.RDB$SYSTEM_FLAG, 0) = 0 ORDER BY c.RDB$RELATION_NAME, c.RDB$FIELD_POSITION";

/// Firebird 4 has no column for the condition of an index. A name that a subquery does not know is one of the query around it,
/// which has a NULL for it.
const KEYS: &str = "SELECT TRIM(i.RDB$RELATION_NAME), TRIM(COALESCE(k.RDB$CONSTRAINT_NAME, i.RDB$INDEX_NAME)), \
    TRIM(CASE WHEN k.RDB$CONSTRAINT_TYPE = 'PRIMARY KEY' THEN 'PRIMARY' WHEN k.RDB$CONSTRAINT_TYPE = 'UNIQUE' THEN 'UNIQUE' \
    WHEN i.RDB$UNIQUE_FLAG = 1 THEN 'UNIQUE INDEX' ELSE 'INDEX' END), TRIM(s.RDB$FIELD_NAME), i.RDB$EXPRESSION_SOURCE, \
    CASE WHEN i.RDB$INDEX_TYPE = 1 THEN 'DESC' END, \
    (SELECT RDB$CONDITION_SOURCE FROM RDB$INDICES x WHERE x.RDB$INDEX_NAME = i.RDB$INDEX_NAME), \
    CASE WHEN i.RDB$INDEX_INACTIVE = 1 THEN 'inactive' END \
    FROM (SELECT CAST(NULL AS BLOB SUB_TYPE TEXT) AS RDB$CONDITION_SOURCE FROM RDB$DATABASE) d CROSS JOIN RDB$INDICES i \
    LEFT JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = i.RDB$INDEX_NAME \
    LEFT JOIN RDB$RELATION_CONSTRAINTS k ON k.RDB$INDEX_NAME = i.RDB$INDEX_NAME \
    WHERE COALESCE(i.RDB$SYSTEM_FLAG, 0) = 0 AND COALESCE(k.RDB$CONSTRAINT_TYPE, '') <> 'FOREIGN KEY' \
    ORDER BY 1, 2, s.RDB$FIELD_POSITION";

/// Two triggers keep a check, before INSERT and before UPDATE.
const CHECKS: &str = "SELECT TRIM(k.RDB$RELATION_NAME), TRIM(k.RDB$CONSTRAINT_NAME), t.RDB$TRIGGER_SOURCE, '' \
    FROM RDB$RELATION_CONSTRAINTS k JOIN RDB$CHECK_CONSTRAINTS c ON c.RDB$CONSTRAINT_NAME = k.RDB$CONSTRAINT_NAME \
    JOIN RDB$TRIGGERS t ON t.RDB$TRIGGER_NAME = c.RDB$TRIGGER_NAME \
    WHERE k.RDB$CONSTRAINT_TYPE = 'CHECK' AND t.RDB$TRIGGER_TYPE = 1 ORDER BY 1, 2";

const REFERENCES: &str = "SELECT TRIM(k.RDB$RELATION_NAME), TRIM(k.RDB$CONSTRAINT_NAME), TRIM(s.RDB$FIELD_NAME), \
    TRIM(u.RDB$RELATION_NAME), TRIM(o.RDB$FIELD_NAME), TRIM(r.RDB$DELETE_RULE), TRIM(r.RDB$UPDATE_RULE), '' \
    FROM RDB$REF_CONSTRAINTS r \
    JOIN RDB$RELATION_CONSTRAINTS k ON k.RDB$CONSTRAINT_NAME = r.RDB$CONSTRAINT_NAME \
    JOIN RDB$RELATION_CONSTRAINTS u ON u.RDB$CONSTRAINT_NAME = r.RDB$CONST_NAME_UQ \
    JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = k.RDB$INDEX_NAME \
    JOIN RDB$INDEX_SEGMENTS o ON o.RDB$INDEX_NAME = u.RDB$INDEX_NAME AND o.RDB$FIELD_POSITION = s.RDB$FIELD_POSITION \
    ORDER BY 1, 2, s.RDB$FIELD_POSITION";

/// Names that the engine made up (`RDB$12`) tell which object it is, so that one that was made anew is another.
pub(super) const STATE: &[(usize, &str)] = &[
    (
        6,
        "SELECT RDB$RELATION_NAME, CAST(COALESCE(RDB$RELATION_TYPE, 0) AS VARCHAR(10)), RDB$VIEW_SOURCE, RDB$DESCRIPTION, \
         RDB$EXTERNAL_FILE, RDB$SECURITY_CLASS FROM RDB$RELATIONS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0",
    ),
    (
        6,
        "SELECT c.RDB$RELATION_NAME, c.RDB$FIELD_NAME, c.RDB$FIELD_SOURCE, c.RDB$FIELD_POSITION || ' ' \
         || COALESCE(c.RDB$NULL_FLAG, 0) || ' ' || COALESCE(c.RDB$IDENTITY_TYPE, 9) || ' ' || COALESCE(c.RDB$COLLATION_ID, 0), \
         c.RDB$DEFAULT_SOURCE, c.RDB$DESCRIPTION \
         FROM RDB$RELATION_FIELDS c JOIN RDB$RELATIONS t ON t.RDB$RELATION_NAME = c.RDB$RELATION_NAME \
         WHERE COALESCE(t.RDB$SYSTEM_FLAG, 0) = 0",
    ),
    // With the table of a domain that the engine made for one column, so that what is told of it is told of the table.
    (
        6,
        "SELECT RDB$FIELD_NAME, RDB$FIELD_TYPE || ' ' || COALESCE(RDB$FIELD_SUB_TYPE, 0) || ' ' \
         || COALESCE(RDB$CHARACTER_LENGTH, 0) || ' ' || COALESCE(RDB$FIELD_LENGTH, 0) || ' ' || COALESCE(RDB$FIELD_PRECISION, 0) \
         || ' ' || COALESCE(RDB$FIELD_SCALE, 0) || ' ' || COALESCE(RDB$CHARACTER_SET_ID, 0) || ' ' \
         || COALESCE(RDB$COLLATION_ID, 0) || ' ' || COALESCE(RDB$NULL_FLAG, 0), RDB$COMPUTED_SOURCE, RDB$DEFAULT_SOURCE, \
         RDB$VALIDATION_SOURCE, (SELECT FIRST 1 c.RDB$RELATION_NAME FROM RDB$RELATION_FIELDS c \
         WHERE c.RDB$FIELD_SOURCE = f.RDB$FIELD_NAME AND f.RDB$FIELD_NAME STARTING WITH 'RDB$') \
         FROM RDB$FIELDS f WHERE COALESCE(f.RDB$SYSTEM_FLAG, 0) = 0",
    ),
    (
        6,
        "SELECT i.RDB$RELATION_NAME, i.RDB$INDEX_NAME, COALESCE(i.RDB$UNIQUE_FLAG, 0) || ' ' || COALESCE(i.RDB$INDEX_TYPE, 0) \
         || ' ' || COALESCE(i.RDB$INDEX_INACTIVE, 0) || ' ' || COALESCE(s.RDB$FIELD_POSITION, -1), s.RDB$FIELD_NAME, \
         i.RDB$EXPRESSION_SOURCE, (SELECT RDB$CONDITION_SOURCE FROM RDB$INDICES x WHERE x.RDB$INDEX_NAME = i.RDB$INDEX_NAME) \
         FROM (SELECT CAST(NULL AS BLOB SUB_TYPE TEXT) AS RDB$CONDITION_SOURCE FROM RDB$DATABASE) d CROSS JOIN RDB$INDICES i \
    LEFT JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = i.RDB$INDEX_NAME \
         WHERE COALESCE(i.RDB$SYSTEM_FLAG, 0) = 0",
    ),
    (
        7,
        "SELECT k.RDB$RELATION_NAME, k.RDB$CONSTRAINT_NAME, k.RDB$CONSTRAINT_TYPE, k.RDB$INDEX_NAME, r.RDB$CONST_NAME_UQ, \
         r.RDB$DELETE_RULE, r.RDB$UPDATE_RULE FROM RDB$RELATION_CONSTRAINTS k \
         LEFT JOIN RDB$REF_CONSTRAINTS r ON r.RDB$CONSTRAINT_NAME = k.RDB$CONSTRAINT_NAME",
    ),
    (
        4,
        "SELECT RDB$TRIGGER_NAME, RDB$RELATION_NAME, RDB$TRIGGER_TYPE || ' ' || COALESCE(RDB$TRIGGER_INACTIVE, 0), \
         RDB$TRIGGER_SOURCE FROM RDB$TRIGGERS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) <> 1",
    ),
    (2, "SELECT RDB$PROCEDURE_NAME, RDB$PROCEDURE_SOURCE FROM RDB$PROCEDURES WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0"),
    (2, "SELECT RDB$FUNCTION_NAME, RDB$FUNCTION_SOURCE FROM RDB$FUNCTIONS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) = 0"),
    (
        2,
        "SELECT RDB$GENERATOR_NAME, COALESCE(RDB$INITIAL_VALUE, 0) || ' ' || COALESCE(RDB$GENERATOR_INCREMENT, 1) \
         FROM RDB$GENERATORS WHERE COALESCE(RDB$SYSTEM_FLAG, 0) <> 1",
    ),
];

/// Says types in our words, and conditions without the one before them.
pub(super) fn settle(table: &mut Table) {
    for filter in table.keys.iter_mut().filter_map(|key| key.filter.as_mut()) {
        if let Some((word, condition)) = filter.split_once(char::is_whitespace)
            && word.eq_ignore_ascii_case("WHERE")
        {
            *filter = condition.trim().to_owned();
        }
    }
    for column in &mut table.columns {
        if let Some(name) = type_name(&column.type_name) {
            column.type_name = name;
        }
    }
}

/// The words for the numbers of RDB$FIELDS.
fn type_name(told: &str) -> Option<String> {
    let words: Vec<&str> = told.split(' ').collect();
    let [kind, sub_type, length, precision, scale, set, collation] = words[..] else { return None };
    let octets = set == "OCTETS";
    let characters = if set == "-" { String::new() } else { format!(" CHARACTER SET {set}") };
    let name = match (kind, sub_type) {
        ("7" | "8" | "16" | "26", "1") => format!("NUMERIC({precision}, {scale})"),
        ("7" | "8" | "16" | "26", "2") => format!("DECIMAL({precision}, {scale})"),
        ("7", _) => "SMALLINT".to_owned(),
        ("8", _) => "INTEGER".to_owned(),
        ("16", _) => "BIGINT".to_owned(),
        ("26", _) => "INT128".to_owned(),
        ("10", _) => "FLOAT".to_owned(),
        ("27", _) => "DOUBLE PRECISION".to_owned(),
        ("24", _) => "DECFLOAT(16)".to_owned(),
        ("25", _) => "DECFLOAT(34)".to_owned(),
        ("23", _) => "BOOLEAN".to_owned(),
        ("12", _) => "DATE".to_owned(),
        ("13", _) => "TIME".to_owned(),
        ("28", _) => "TIME WITH TIME ZONE".to_owned(),
        ("35", _) => "TIMESTAMP".to_owned(),
        ("29", _) => "TIMESTAMP WITH TIME ZONE".to_owned(),
        ("14", _) if octets => format!("BINARY({length})"),
        ("14", _) => format!("CHAR({length}){characters}"),
        ("37", _) if octets => format!("VARBINARY({length})"),
        ("37", _) => format!("VARCHAR({length}){characters}"),
        ("261", "1") => format!("BLOB SUB_TYPE TEXT{characters}"),
        ("261", "0") => "BLOB SUB_TYPE BINARY".to_owned(),
        ("261", _) => format!("BLOB SUB_TYPE {sub_type}"),
        _ => return None,
    };
    // The collation that a character set has by itself bears its name.
    Some(if collation == "-" || collation == set { name } else { format!("{name} COLLATE {collation}") })
}
