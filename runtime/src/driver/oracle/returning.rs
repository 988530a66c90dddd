//! What an INSERT gives back, which comes in parameters behind those it takes.

use oracledb::DbType;
use tablewright_schema::{DataType, TableDef};

use crate::driver::Statement;

/// The longest text and the most bytes that are no LOB
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/datatype-limits.html>).
const LONGEST_VARCHAR2: u32 = 4_000;
const LONGEST_RAW: u32 = 2_000;

/// A column that comes back.
#[derive(Debug)]
pub struct Returned {
    /// Its name.
    pub name: String,
    /// The type of its room.
    pub db_type: &'static DbType,
}

/// The columns behind `RETURNING` and before `INTO`, none if the statement has no such part.
pub fn returned(statement: Statement<'_>) -> Vec<Returned> {
    let Some((_, list)) = statement.sql.rsplit_once(" RETURNING ") else { return Vec::new() };
    let Some((names, places)) = list.rsplit_once(" INTO ") else { return Vec::new() };
    // A text with these words in it ends otherwise.
    if !places.split(", ").all(|place| place.strip_prefix(':').is_some_and(|number| number.parse::<u32>().is_ok())) {
        return Vec::new();
    }
    // Names are quoted and hold no quotes.
    let names = names.split(", ").map(|name| name.trim_matches('"'));
    names.map(|name| Returned { name: name.to_owned(), db_type: db_type(statement.table, name) }).collect()
}

fn db_type(table: Option<&TableDef>, name: &str) -> &'static DbType {
    let column = table.and_then(|table| table.columns.iter().find(|column| column.name == name));
    match column.map(|column| &column.data_type) {
        Some(DataType::Bool | DataType::I16 | DataType::I32 | DataType::I64 | DataType::Decimal { .. }) => {
            oracledb::DB_TYPE_NUMBER
        }
        Some(DataType::F32) => oracledb::DB_TYPE_BINARY_FLOAT,
        Some(DataType::F64) => oracledb::DB_TYPE_BINARY_DOUBLE,
        Some(DataType::Date) => oracledb::DB_TYPE_DATE,
        Some(DataType::Time) => oracledb::DB_TYPE_INTERVAL_DS,
        Some(DataType::Timestamp) => oracledb::DB_TYPE_TIMESTAMP,
        Some(DataType::TimestampTz) => oracledb::DB_TYPE_TIMESTAMP_TZ,
        Some(DataType::Uuid) => oracledb::DB_TYPE_RAW,
        Some(DataType::Binary(length)) if *length <= LONGEST_RAW => oracledb::DB_TYPE_RAW,
        Some(DataType::Blob | DataType::Binary(_)) => oracledb::DB_TYPE_BLOB,
        Some(DataType::Varchar(length)) if *length > LONGEST_VARCHAR2 => oracledb::DB_TYPE_CLOB,
        Some(DataType::Text | DataType::Json) => oracledb::DB_TYPE_CLOB,
        // A text, or what the statement's own words say nothing of.
        Some(_) | None => oracledb::DB_TYPE_VARCHAR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Operation;

    fn names(sql: &str) -> Vec<String> {
        let returned = returned(Statement::built(sql, Operation::Insert));
        returned.into_iter().map(|column| format!("{} {}", column.name, column.db_type.name())).collect()
    }

    #[test]
    fn columns_are_found() {
        assert_eq!(
            names("INSERT INTO \"t\" (\"a\") VALUES (:1) RETURNING \"id\", \"sum\" INTO :2, :3"),
            ["id DB_TYPE_VARCHAR", "sum DB_TYPE_VARCHAR"]
        );
        for sql in ["INSERT INTO t (a) VALUES (' RETURNING a INTO b')", "INSERT INTO t (a) VALUES (:1)", "RETURNING"] {
            assert!(names(sql).is_empty(), "{sql}");
        }
    }
}
