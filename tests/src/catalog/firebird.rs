//! Firebird: <https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-appx04-systables>

use tablewright_schema::{ColumnDef, DataType};

use super::Catalog;

/// Firebird's catalog.
pub struct Firebird;

impl Catalog for Firebird {
    /// The type is told as its number, its kind, and what it is as long as.
    fn columns(&self) -> &'static str {
        "SELECT TRIM(c.RDB$RELATION_NAME), TRIM(c.RDB$FIELD_NAME), \
         f.RDB$FIELD_TYPE || ' ' || COALESCE(f.RDB$FIELD_SUB_TYPE, 0) || ' ' || \
         CASE WHEN f.RDB$FIELD_TYPE IN (14, 37) THEN COALESCE(f.RDB$CHARACTER_LENGTH, f.RDB$FIELD_LENGTH) || ' ' || \
         COALESCE(f.RDB$CHARACTER_SET_ID, 0) WHEN f.RDB$FIELD_SUB_TYPE > 0 AND f.RDB$FIELD_TYPE <> 261 THEN \
         f.RDB$FIELD_PRECISION || ' ' || -f.RDB$FIELD_SCALE ELSE '' END, \
         CASE WHEN COALESCE(c.RDB$NULL_FLAG, f.RDB$NULL_FLAG, 0) = 1 THEN 'NO' ELSE '' END \
         FROM RDB$RELATION_FIELDS c JOIN RDB$FIELDS f ON f.RDB$FIELD_NAME = c.RDB$FIELD_SOURCE \
         JOIN RDB$RELATIONS t ON t.RDB$RELATION_NAME = c.RDB$RELATION_NAME WHERE COALESCE(t.RDB$SYSTEM_FLAG, 0) = 0 \
         ORDER BY c.RDB$RELATION_NAME, c.RDB$FIELD_POSITION"
    }

    fn keys(&self) -> &'static str {
        "SELECT TRIM(i.RDB$RELATION_NAME), TRIM(COALESCE(k.RDB$CONSTRAINT_NAME, i.RDB$INDEX_NAME)), \
         TRIM(CASE WHEN k.RDB$CONSTRAINT_TYPE = 'PRIMARY KEY' THEN 'PRIMARY' WHEN i.RDB$UNIQUE_FLAG = 1 THEN 'UNIQUE' \
         ELSE '' END), TRIM(COALESCE(s.RDB$FIELD_NAME, '')), TRIM(CASE WHEN i.RDB$INDEX_TYPE = 1 THEN 'DESC' ELSE '' END), '' \
         FROM RDB$INDICES i LEFT JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = i.RDB$INDEX_NAME \
         LEFT JOIN RDB$RELATION_CONSTRAINTS k ON k.RDB$INDEX_NAME = i.RDB$INDEX_NAME \
         WHERE COALESCE(i.RDB$SYSTEM_FLAG, 0) = 0 AND COALESCE(k.RDB$CONSTRAINT_TYPE, '') <> 'FOREIGN KEY' \
         ORDER BY 1, 2, s.RDB$FIELD_POSITION"
    }

    fn references(&self) -> &'static str {
        "SELECT TRIM(k.RDB$RELATION_NAME), TRIM(k.RDB$CONSTRAINT_NAME), TRIM(s.RDB$FIELD_NAME), TRIM(u.RDB$RELATION_NAME), \
         TRIM(o.RDB$FIELD_NAME), TRIM(r.RDB$DELETE_RULE), TRIM(r.RDB$UPDATE_RULE) \
         FROM RDB$REF_CONSTRAINTS r \
         JOIN RDB$RELATION_CONSTRAINTS k ON k.RDB$CONSTRAINT_NAME = r.RDB$CONSTRAINT_NAME \
         JOIN RDB$RELATION_CONSTRAINTS u ON u.RDB$CONSTRAINT_NAME = r.RDB$CONST_NAME_UQ \
         JOIN RDB$INDEX_SEGMENTS s ON s.RDB$INDEX_NAME = k.RDB$INDEX_NAME \
         JOIN RDB$INDEX_SEGMENTS o ON o.RDB$INDEX_NAME = u.RDB$INDEX_NAME AND o.RDB$FIELD_POSITION = s.RDB$FIELD_POSITION \
         ORDER BY 1, 2, s.RDB$FIELD_POSITION"
    }

    /// The numbers of RDB$FIELDS; 4 is the character set UTF8, 1 is OCTETS.
    fn type_of(&self, column: &ColumnDef) -> String {
        match &column.data_type {
            DataType::Text | DataType::Json => "261 1".to_owned(),
            DataType::Varchar(length) => format!("37 0 {length} 4"),
            DataType::Enum(values) => format!("37 0 {} 4", DataType::enum_width(values)),
            DataType::I16 => "7 0".to_owned(),
            DataType::I32 => "8 0".to_owned(),
            DataType::I64 => "16 0".to_owned(),
            DataType::Bool => "23 0".to_owned(),
            DataType::F32 => "10 0".to_owned(),
            DataType::F64 => "27 0".to_owned(),
            // Kept in the integer that is wide enough; 26 has 128 bits.
            DataType::Decimal { precision, scale } => {
                let storage = if *precision <= 9 {
                    8
                } else if *precision <= 18 {
                    16
                } else {
                    26
                };
                format!("{storage} 2 {precision} {scale}")
            }
            DataType::Date => "12 0".to_owned(),
            DataType::Time => "13 0".to_owned(),
            DataType::Timestamp => "35 0".to_owned(),
            DataType::TimestampTz => "29 0".to_owned(),
            DataType::Uuid => "14 1 16 1".to_owned(),
            DataType::Blob => "261 0".to_owned(),
            DataType::Binary(length) => format!("37 1 {length} 1"),
            other => panic!("{other:?} is not known here"),
        }
    }

    fn plain_type(&self, told: &str) -> String {
        told.trim().to_owned()
    }

    /// RESTRICT is told of a reference without a word.
    fn tells_restrict(&self) -> bool {
        false
    }

    fn leaves_computed_nullable(&self) -> bool {
        true
    }

    fn computes_nullable_uniques(&self) -> bool {
        true
    }
}
