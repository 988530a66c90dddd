//! MySQL and MariaDB, two alike: <https://dev.mysql.com/doc/refman/8.4/en/information-schema.html>

use tablewright_schema::{ColumnDef, DataType};

use super::Catalog;

/// The catalog of both.
pub struct Mysql {
    /// Whether it is MariaDB.
    pub is_mariadb: bool,
}

impl Catalog for Mysql {
    fn columns(&self) -> &'static str {
        "SELECT CAST(TABLE_NAME AS CHAR), CAST(COLUMN_NAME AS CHAR), CAST(COLUMN_TYPE AS CHAR), CAST(IS_NULLABLE AS CHAR) \
         FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, ORDINAL_POSITION"
    }

    fn keys(&self) -> &'static str {
        "SELECT CAST(TABLE_NAME AS CHAR), CAST(INDEX_NAME AS CHAR), \
         CASE WHEN INDEX_NAME = 'PRIMARY' THEN 'PRIMARY' WHEN NON_UNIQUE = 0 THEN 'UNIQUE' ELSE '' END, \
         CAST(COALESCE(COLUMN_NAME, '') AS CHAR), CASE WHEN COLLATION = 'D' THEN 'DESC' ELSE '' END, '' \
         FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX"
    }

    fn references(&self) -> &'static str {
        "SELECT CAST(k.TABLE_NAME AS CHAR), CAST(k.CONSTRAINT_NAME AS CHAR), CAST(k.COLUMN_NAME AS CHAR), \
         CAST(k.REFERENCED_TABLE_NAME AS CHAR), CAST(k.REFERENCED_COLUMN_NAME AS CHAR), CAST(r.DELETE_RULE AS CHAR), \
         CAST(r.UPDATE_RULE AS CHAR) FROM information_schema.KEY_COLUMN_USAGE k \
         JOIN information_schema.REFERENTIAL_CONSTRAINTS r ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA \
         AND r.TABLE_NAME = k.TABLE_NAME AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME \
         WHERE k.TABLE_SCHEMA = DATABASE() AND k.REFERENCED_TABLE_NAME IS NOT NULL \
         ORDER BY k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION"
    }

    fn type_of(&self, column: &ColumnDef) -> String {
        match &column.data_type {
            DataType::Text => "longtext".to_owned(),
            DataType::Varchar(length) => format!("varchar({length})"),
            DataType::Enum(values) => format!("varchar({})", DataType::enum_width(values)),
            DataType::I16 => "smallint".to_owned(),
            DataType::I32 => "int".to_owned(),
            DataType::I64 => "bigint".to_owned(),
            DataType::Bool => "tinyint(1)".to_owned(),
            DataType::F32 => "float".to_owned(),
            DataType::F64 => "double".to_owned(),
            DataType::Decimal { precision, scale } => format!("decimal({precision},{scale})"),
            DataType::Date => "date".to_owned(),
            DataType::Time => "time(6)".to_owned(),
            DataType::Timestamp | DataType::TimestampTz => "datetime(6)".to_owned(),
            DataType::Uuid => "binary(16)".to_owned(),
            // MariaDB's JSON is another name of it (https://mariadb.com/docs/server/reference/data-types/string-data-types/json).
            DataType::Json => if self.is_mariadb { "longtext" } else { "json" }.to_owned(),
            DataType::Blob => "longblob".to_owned(),
            DataType::Binary(length) => format!("varbinary({length})"),
            other => panic!("{other:?} is not known here"),
        }
    }

    /// MariaDB tells how wide a number is shown.
    fn plain_type(&self, told: &str) -> String {
        match told.split_once('(') {
            Some((name @ ("smallint" | "int" | "bigint"), _)) => name.to_owned(),
            _ => told.to_owned(),
        }
    }

    /// MariaDB says RESTRICT of a reference without a word.
    fn tells_restrict(&self) -> bool {
        !self.is_mariadb
    }

    /// <https://mariadb.com/docs/server/reference/sql-statements/data-definition/create/generated-columns>
    fn leaves_computed_nullable(&self) -> bool {
        self.is_mariadb
    }

    fn indexes_references(&self) -> bool {
        true
    }
}
