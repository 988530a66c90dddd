//! All that an engine's catalog says of some tables, as lines: independent of what the tool thinks.

use std::collections::BTreeSet;

use tablewright::{Database, Executor, HandwrittenSql};
use tablewright_schema::{Dialect, TableDef};

/// The lines. Where an engine keeps an order of columns, it is not among them.
///
/// # Panics
/// If the catalog cannot be read.
pub async fn dump(db: &Database, tables: &[TableDef]) -> BTreeSet<String> {
    let names: Vec<String> = tables.iter().map(|def| format!("'{}'", def.name)).collect();
    // Nothing is equal to NULL.
    let names = if names.is_empty() { "NULL".to_owned() } else { names.join(", ") };
    match db.dialect() {
        Dialect::Sqlite => lines(db, SQLITE, &names).await.iter().map(|line| without_blanks(line)).collect(),
        Dialect::Postgres => lines(db, POSTGRES, &names).await,
        Dialect::Firebird => lines(db, FIREBIRD, &names).await,
        Dialect::Mysql | Dialect::Mariadb => family(db, &names).await,
        other => panic!("no server of {other} here"),
    }
}

/// Stands for the names of the tables.
const NAMES: &str = "(:names)";

async fn lines(db: &Database, queries: &[&str], names: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for sql in queries {
        let sql = &*sql.replace(NAMES, &format!("({names})"));
        let rows = db.fetch_sql(sql, &[], |row| row.get::<String>(0)).await;
        all.extend(rows.unwrap_or_else(|error| panic!("{error}: {sql}")));
    }
    all
}

const SQLITE: &[&str] = &["SELECT sql FROM sqlite_schema WHERE tbl_name IN (:names) AND sql IS NOT NULL"];

/// SQLite keeps the text of a table, and the blanks in it tell where a column was added.
fn without_blanks(line: &str) -> String {
    line.replace(" ,", ",").replace(" )", ")")
}

const POSTGRES: &[&str] = &[
    "SELECT concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, \
     a.attgenerated, pg_get_expr(d.adbin, d.adrelid), col_description(c.oid, a.attnum)) \
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum \
     WHERE c.relkind = 'r' AND c.relname IN (:names) AND a.attnum > 0 AND NOT a.attisdropped",
    "SELECT concat_ws(' ', c.relname, k.conname, pg_get_constraintdef(k.oid)) FROM pg_constraint k \
     JOIN pg_class c ON c.oid = k.conrelid WHERE c.relname IN (:names)",
    "SELECT indexdef FROM pg_indexes WHERE tablename IN (:names)",
    "SELECT concat_ws(' ', relname, obj_description(oid)) FROM pg_class WHERE relkind = 'r' AND relname IN (:names)",
];

const FIREBIRD: &[&str] = &[
    "SELECT TRIM(c.RDB$RELATION_NAME) || ' ' || TRIM(c.RDB$FIELD_NAME) || ' ' || f.RDB$FIELD_TYPE || ' ' \
     || COALESCE(f.RDB$FIELD_SUB_TYPE, 0) || ' ' || COALESCE(f.RDB$CHARACTER_LENGTH, 0) || ' ' || f.RDB$FIELD_LENGTH || ' ' \
     || COALESCE(f.RDB$FIELD_PRECISION, 0) || ' ' || COALESCE(f.RDB$FIELD_SCALE, 0) || ' ' || COALESCE(f.RDB$CHARACTER_SET_ID, 0) \
     || ' ' || COALESCE(c.RDB$COLLATION_ID, f.RDB$COLLATION_ID, 0) || ' ' || COALESCE(c.RDB$NULL_FLAG, 0) || ' ' \
     || COALESCE(c.RDB$IDENTITY_TYPE, 9) || ' ' \
     || COALESCE(CAST(c.RDB$DEFAULT_SOURCE AS VARCHAR(500)), '') || ' ' \
     || COALESCE(CAST(f.RDB$COMPUTED_SOURCE AS VARCHAR(500)), '') || ' ' || COALESCE(CAST(c.RDB$DESCRIPTION AS VARCHAR(500)), '') \
     FROM RDB$RELATION_FIELDS c JOIN RDB$FIELDS f ON f.RDB$FIELD_NAME = c.RDB$FIELD_SOURCE \
     WHERE c.RDB$RELATION_NAME IN (:names)",
    "SELECT TRIM(k.RDB$RELATION_NAME) || ' ' || TRIM(k.RDB$CONSTRAINT_NAME) || ' ' || TRIM(k.RDB$CONSTRAINT_TYPE) || ' ' \
     || COALESCE(TRIM(r.RDB$CONST_NAME_UQ) || ' ' || TRIM(r.RDB$DELETE_RULE) || ' ' || TRIM(r.RDB$UPDATE_RULE), '') \
     FROM RDB$RELATION_CONSTRAINTS k LEFT JOIN RDB$REF_CONSTRAINTS r ON r.RDB$CONSTRAINT_NAME = k.RDB$CONSTRAINT_NAME \
     WHERE k.RDB$RELATION_NAME IN (:names) AND k.RDB$CONSTRAINT_TYPE <> 'NOT NULL'",
    "SELECT TRIM(k.RDB$CONSTRAINT_NAME) || ' ' || CAST(t.RDB$TRIGGER_SOURCE AS VARCHAR(500)) FROM RDB$CHECK_CONSTRAINTS k \
     JOIN RDB$TRIGGERS t ON t.RDB$TRIGGER_NAME = k.RDB$TRIGGER_NAME \
     WHERE t.RDB$RELATION_NAME IN (:names) AND t.RDB$TRIGGER_SOURCE IS NOT NULL",
    "SELECT TRIM(i.RDB$RELATION_NAME) || ' ' || TRIM(COALESCE(k.RDB$CONSTRAINT_NAME, i.RDB$INDEX_NAME)) || ' ' \
     || COALESCE(i.RDB$UNIQUE_FLAG, 0) || ' ' || COALESCE(i.RDB$INDEX_TYPE, 0) || ' ' \
     || COALESCE(CAST(i.RDB$EXPRESSION_SOURCE AS VARCHAR(500)), '') || ' ' || COALESCE(s.RDB$FIELD_POSITION, -1) || ' ' \
     || COALESCE(TRIM(s.RDB$FIELD_NAME), '') FROM RDB$INDICES i \
     LEFT JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = i.RDB$INDEX_NAME \
     LEFT JOIN RDB$RELATION_CONSTRAINTS k ON k.RDB$INDEX_NAME = i.RDB$INDEX_NAME WHERE i.RDB$RELATION_NAME IN (:names)",
    "SELECT TRIM(RDB$RELATION_NAME) || ' ' || COALESCE(CAST(RDB$DESCRIPTION AS VARCHAR(500)), '') FROM RDB$RELATIONS \
     WHERE RDB$RELATION_NAME IN (:names)",
];

/// MySQL and MariaDB tell everything in one text a table.
async fn family(db: &Database, names: &str) -> BTreeSet<String> {
    let tables = "SELECT CAST(TABLE_NAME AS CHAR) FROM information_schema.TABLES \
                  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (:names)";
    let mut all = BTreeSet::new();
    for table in lines(db, &[tables], names).await {
        let sql = format!("SHOW CREATE TABLE `{table}`");
        let texts = db.fetch_sql(&sql, &[], |row| row.get::<String>(1)).await.expect("a table's definition");
        for line in texts.iter().flat_map(|text| text.lines()) {
            let line = line.trim().trim_end_matches(',');
            // Where the numbers are is no part of the definition.
            let line = match line.split_once(" AUTO_INCREMENT=") {
                Some((before, after)) => {
                    format!("{before} {}", after.trim_start_matches(|c: char| c.is_ascii_digit()).trim())
                }
                None => line.to_owned(),
            };
            // MySQL writes a check that it made again otherwise than one that it read.
            all.insert(format!("{table}: {}", line.replace("-(5)", "-5")));
        }
    }
    all
}
