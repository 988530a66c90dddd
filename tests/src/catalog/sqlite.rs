//! SQLite: <https://www.sqlite.org/pragma.html#pragfunc>

use tablewright_schema::{ColumnDef, DataType};

use super::Catalog;

/// SQLite's catalog.
pub struct Sqlite;

impl Catalog for Sqlite {
    fn columns(&self) -> &'static str {
        "SELECT t.name, c.name, c.type, CASE WHEN c.\"notnull\" THEN 'NO' ELSE '' END \
         FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c \
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid"
    }

    /// A key that is the number of the row has no index, so the primary keys are read from the columns.
    fn keys(&self) -> &'static str {
        "SELECT \"table\", name, kind, part, direction, filter FROM ( \
         SELECT t.name AS \"table\", '' AS name, 'PRIMARY' AS kind, c.name AS part, '' AS direction, '' AS filter, c.pk AS n \
         FROM sqlite_schema t JOIN pragma_table_xinfo(t.name) c WHERE t.type = 'table' AND c.pk > 0 \
         UNION ALL \
         SELECT t.name, CASE i.origin WHEN 'u' THEN 'constraint ' || i.seq ELSE i.name END, \
         CASE WHEN i.\"unique\" THEN 'UNIQUE' ELSE '' END, COALESCE(x.name, ''), \
         CASE WHEN x.\"desc\" THEN 'DESC' ELSE '' END, CASE WHEN i.partial THEN 'WHERE' ELSE '' END, x.seqno \
         FROM sqlite_schema t JOIN pragma_index_list(t.name) i JOIN pragma_index_xinfo(i.name) x \
         WHERE t.type = 'table' AND i.origin <> 'pk' AND x.key \
         ) WHERE \"table\" NOT LIKE 'sqlite%' ORDER BY \"table\", name, n"
    }

    fn references(&self) -> &'static str {
        "SELECT t.name, CAST(f.id AS TEXT), f.\"from\", f.\"table\", f.\"to\", f.on_delete, f.on_update \
         FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq"
    }

    fn type_of(&self, column: &ColumnDef) -> String {
        let name = match &column.data_type {
            DataType::Text | DataType::Varchar(_) | DataType::Enum(_) | DataType::Json => "TEXT",
            DataType::Date | DataType::Time | DataType::Timestamp | DataType::TimestampTz => "TEXT",
            DataType::I16 | DataType::I32 | DataType::I64 | DataType::Bool => "INTEGER",
            DataType::F32 | DataType::F64 => "REAL",
            // What an integer of 64 bits holds, and what it does not.
            DataType::Decimal { precision, .. } if *precision <= 18 => "INTEGER",
            DataType::Decimal { .. } => "TEXT",
            DataType::Uuid | DataType::Blob | DataType::Binary(_) => "BLOB",
            other => panic!("{other:?} is not known here"),
        };
        name.to_owned()
    }

    fn names_uniques(&self) -> bool {
        false
    }
}
