//! PostgreSQL's catalog (<https://www.postgresql.org/docs/current/catalogs.html>).

use super::super::catalog::{Scope, rows};
use crate::catalog::{Source, Table};

/// The schema in which a connection makes tables.
const OWN: &str = "(SELECT oid FROM pg_namespace WHERE nspname = current_schema())";
/// The schema of the temporary tables of a session.
const TEMPORARY: &str = "pg_my_temp_schema()";

pub(super) fn source(scope: Scope) -> Source {
    let schema = match scope {
        Scope::Own => OWN,
        Scope::Temporary => TEMPORARY,
    };
    let queries = [TABLES, COLUMNS, KEYS, CHECKS, REFERENCES].map(|sql| sql.replace("{schema}", schema));
    rows(queries.each_ref().map(String::as_str))
}

const TABLES: &str = "SELECT t.relname::text, obj_description(t.oid, 'pg_class') FROM pg_class t \
    WHERE t.relkind IN ('r', 'p') AND t.relnamespace = {schema}";

const COLUMNS: &str = "SELECT t.relname::text, a.attname::text, format_type(a.atttypid, a.atttypmod) \
    || COALESCE((SELECT ' COLLATE ' || quote_ident(c.collname) FROM pg_collation c JOIN pg_type y ON y.oid = a.atttypid \
    WHERE c.oid = a.attcollation AND a.attcollation <> y.typcollation), ''), \
    CASE WHEN a.attnotnull THEN 'NO' END, CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END, \
    CASE WHEN a.attidentity <> '' THEN 'YES' END, CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END, \
    CASE WHEN a.attgenerated = 's' THEN 'YES' END, col_description(t.oid, a.attnum) \
    FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid \
    LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum \
    WHERE t.relkind IN ('r', 'p') AND t.relnamespace = {schema} AND a.attnum > 0 AND NOT a.attisdropped \
    ORDER BY t.relname, a.attnum";

/// Columns that an index only carries (INCLUDE) are not among its parts, but in the note. Servers before 15 have no column that
/// says whether NULLs are distinct.
const KEYS: &str = "SELECT t.relname::text, i.relname::text, CASE WHEN x.indisprimary THEN 'PRIMARY' \
    WHEN c.contype = 'u' THEN 'UNIQUE' WHEN x.indisunique THEN 'UNIQUE INDEX' ELSE 'INDEX' END, a.attname::text, \
    CASE WHEN k.attribute = 0 THEN pg_get_indexdef(x.indexrelid, k.n::integer, true) END, \
    CASE WHEN x.indoption[k.n - 1] & 1 = 1 THEN 'DESC' END, pg_get_expr(x.indpred, x.indrelid), \
    concat_ws(', ', CASE WHEN NOT x.indisvalid THEN 'not valid' END, CASE WHEN m.amname <> 'btree' THEN 'using ' || m.amname END, \
    CASE WHEN to_jsonb(x) ->> 'indnullsnotdistinct' = 'true' THEN 'nulls not distinct' END, \
    (SELECT 'operator class ' || string_agg(o.opcname, ' ' ORDER BY l.n) FROM unnest(x.indclass) WITH ORDINALITY l(class, n) \
    JOIN pg_opclass o ON o.oid = l.class WHERE NOT o.opcdefault), \
    CASE WHEN x.indnatts > x.indnkeyatts THEN 'with more columns' END, CASE WHEN c.contype = 'x' THEN 'excluding' END, \
    CASE WHEN c.condeferrable THEN 'deferrable' END) \
    FROM pg_index x JOIN pg_class t ON t.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid \
    JOIN pg_am m ON m.oid = i.relam \
    LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid AND c.conrelid = x.indrelid AND c.contype IN ('p', 'u', 'x') \
    CROSS JOIN LATERAL unnest(x.indkey) WITH ORDINALITY k(attribute, n) \
    LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attribute AND k.attribute > 0 \
    WHERE t.relnamespace = {schema} AND k.n <= x.indnkeyatts ORDER BY t.relname, i.relname, k.n";

const CHECKS: &str = "SELECT t.relname::text, c.conname::text, pg_get_expr(c.conbin, c.conrelid), \
    CASE WHEN NOT c.convalidated THEN 'not valid' END FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid \
    WHERE c.contype = 'c' AND t.relnamespace = {schema} ORDER BY t.relname, c.conname";

const REFERENCES: &str = "SELECT t.relname::text, c.conname::text, a.attname::text, r.relname::text, b.attname::text, \
    d.word, u.word, concat_ws(', ', CASE WHEN NOT c.convalidated THEN 'not valid' END, \
    CASE WHEN c.condeferrable THEN 'deferrable' END) \
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_class r ON r.oid = c.confrelid \
    CROSS JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY k(here, there, n) \
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.here \
    JOIN pg_attribute b ON b.attrelid = r.oid AND b.attnum = k.there \
    JOIN (VALUES ('a', 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')) \
    d(code, word) ON d.code = c.confdeltype::text \
    JOIN (VALUES ('a', 'NO ACTION'), ('r', 'RESTRICT'), ('c', 'CASCADE'), ('n', 'SET NULL'), ('d', 'SET DEFAULT')) \
    u(code, word) ON u.code = c.confupdtype::text \
    WHERE c.contype = 'f' AND t.relnamespace = {schema} ORDER BY t.relname, c.conname, k.n";

/// Objects of extensions are not the user's. A record as a text tells NULL from an empty text.
pub(super) const STATE: &[(usize, &str)] = &[
    (
        1,
        "SELECT ROW(n.nspname, c.relname, c.relkind, c.relpersistence, c.relrowsecurity, c.reloptions, \
         obj_description(c.oid, 'pg_class'), CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END, \
         CASE WHEN c.relkind = 'i' THEN pg_get_indexdef(c.oid) END, x.indisvalid, x.indisclustered, s.*)::text \
         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index x ON x.indexrelid = c.oid \
         LEFT JOIN LATERAL (SELECT q.seqtypid::regtype, q.seqstart, q.seqincrement, q.seqmax, q.seqmin, q.seqcycle \
         FROM pg_sequence q WHERE q.seqrelid = c.oid) s ON true \
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND NOT EXISTS (SELECT FROM pg_depend d \
         WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')",
    ),
    (
        1,
        "SELECT ROW(c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity, \
         a.attgenerated, a.attcollation::regcollation, a.attstorage, a.attoptions, pg_get_expr(d.adbin, d.adrelid), \
         col_description(c.oid, a.attnum))::text \
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace \
         LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') \
         AND a.attnum > 0 AND NOT a.attisdropped",
    ),
    (
        1,
        "SELECT ROW(c.conrelid::regclass, c.contypid::regtype, c.conname, pg_get_constraintdef(c.oid), \
         obj_description(c.oid, 'pg_constraint'))::text FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace \
         WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'",
    ),
    (
        1,
        "SELECT ROW(t.tgrelid::regclass, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid))::text FROM pg_trigger t \
         WHERE NOT t.tgisinternal UNION ALL \
         SELECT ROW(p.oid::regprocedure, md5(p.prosrc), p.prorettype::regtype, p.provolatile, p.prosecdef)::text FROM pg_proc p \
         JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' \
         UNION ALL SELECT ROW(e.enumtypid::regtype, e.enumsortorder, e.enumlabel)::text FROM pg_enum e \
         UNION ALL SELECT ROW(y.oid::regtype, y.typtype, y.typnotnull, y.typdefault)::text FROM pg_type y \
         JOIN pg_namespace n ON n.oid = y.typnamespace WHERE y.typtype IN ('d', 'r') AND n.nspname !~ '^pg_' \
         AND n.nspname <> 'information_schema' \
         UNION ALL SELECT ROW(n.nspname)::text FROM pg_namespace n WHERE n.nspname !~ '^pg_' \
         UNION ALL SELECT ROW(x.extname, x.extversion)::text FROM pg_extension x \
         UNION ALL SELECT ROW(p.polrelid::regclass, p.polname, p.polcmd, pg_get_expr(p.polqual, p.polrelid))::text FROM pg_policy p",
    ),
];

/// How the server words the time in UTC, and how we do.
const NOW: [(&str, &str); 3] = [
    ("((CURRENT_TIMESTAMP AT TIME ZONE 'UTC'::text))::date", "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS date)"),
    (
        "((CURRENT_TIMESTAMP AT TIME ZONE 'UTC'::text))::time without time zone",
        "CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS time)",
    ),
    ("CURRENT_TIMESTAMP AT TIME ZONE 'UTC'::text", "CURRENT_TIMESTAMP AT TIME ZONE 'UTC'"),
];

/// The types by the names that we use (<https://www.postgresql.org/docs/current/datatype.html>).
pub(super) fn settle(table: &mut Table) {
    for column in &mut table.columns {
        if let Some((_, ours)) = NOW.iter().find(|(told, _)| column.default.as_deref() == Some(*told)) {
            column.default = Some((*ours).to_owned());
        }
        let told = &column.type_name;
        column.type_name = match told.as_str() {
            // Six digits are kept where none are said: https://www.postgresql.org/docs/current/datatype-datetime.html
            "time(6) without time zone" | "time without time zone" => "time(6)".to_owned(),
            "timestamp(6) without time zone" | "timestamp without time zone" => "timestamp(6)".to_owned(),
            "timestamp with time zone" => "timestamp(6) with time zone".to_owned(),
            _ => told.replace("character varying", "varchar").replace(", ", ",").replace(',', ", "),
        };
    }
}
