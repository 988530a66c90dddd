//! PostgreSQL: <https://www.postgresql.org/docs/current/catalogs.html>

use tablewright_schema::{ColumnDef, DataType};

use super::Catalog;

/// PostgreSQL's catalog.
pub struct Postgres;

impl Catalog for Postgres {
    fn columns(&self) -> &'static str {
        "SELECT t.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod), \
         CASE WHEN a.attnotnull THEN 'NO' ELSE '' END \
         FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid \
         WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped \
         ORDER BY t.relname, a.attnum"
    }

    fn keys(&self) -> &'static str {
        "SELECT t.relname::text, i.relname::text, \
         CASE WHEN x.indisprimary THEN 'PRIMARY' WHEN x.indisunique THEN 'UNIQUE' ELSE '' END, \
         COALESCE(a.attname::text, ''), CASE WHEN x.indoption[k.n - 1] & 1 = 1 THEN 'DESC' ELSE '' END, \
         CASE WHEN x.indpred IS NULL THEN '' ELSE 'WHERE' END \
         FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid \
         CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY k(attribute, n) \
         LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attribute AND k.attribute > 0 \
         WHERE t.relnamespace = 'public'::regnamespace ORDER BY t.relname, i.relname, k.n"
    }

    fn references(&self) -> &'static str {
        "SELECT t.relname::text, c.conname::text, a.attname::text, r.relname::text, b.attname::text, d.word, u.word \
         FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid \
         CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY k(here, there, n) \
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.here \
         JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = k.there \
         JOIN (VALUES ('a', 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')) \
         d(code, word) ON d.code = c.confdeltype::text \
         JOIN (VALUES ('a', 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')) \
         u(code, word) ON u.code = c.confupdtype::text \
         WHERE c.contype = 'f' AND t.relnamespace = 'public'::regnamespace ORDER BY t.relname, c.conname, k.n"
    }

    fn type_of(&self, column: &ColumnDef) -> String {
        match &column.data_type {
            DataType::Text => "text".to_owned(),
            DataType::Varchar(length) => format!("character varying({length})"),
            DataType::Enum(values) => format!("character varying({})", DataType::enum_width(values)),
            DataType::I16 => "smallint".to_owned(),
            DataType::I32 => "integer".to_owned(),
            DataType::I64 => "bigint".to_owned(),
            DataType::Bool => "boolean".to_owned(),
            DataType::F32 => "real".to_owned(),
            DataType::F64 => "double precision".to_owned(),
            DataType::Decimal { precision, scale } => format!("numeric({precision},{scale})"),
            DataType::Date => "date".to_owned(),
            DataType::Time => "time(6) without time zone".to_owned(),
            DataType::Timestamp => "timestamp(6) without time zone".to_owned(),
            DataType::TimestampTz => "timestamp(6) with time zone".to_owned(),
            DataType::Uuid => "uuid".to_owned(),
            DataType::Json => "jsonb".to_owned(),
            DataType::Blob | DataType::Binary(_) => "bytea".to_owned(),
            other => panic!("{other:?} is not known here"),
        }
    }
}
