//! SQL Server's catalog
//! (<https://learn.microsoft.com/sql/relational-databases/system-catalog-views/object-catalog-views-transact-sql>).

use super::super::catalog::{Scope, rows};
use crate::catalog::{Source, Table};

pub(super) fn source(_: Scope) -> Source {
    rows([TABLES, COLUMNS, KEYS, CHECKS, REFERENCES])
}

const TABLES: &str = "SELECT t.name, CAST(e.value AS NVARCHAR(4000)) FROM sys.tables t \
    LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = t.object_id AND e.minor_id = 0 \
    AND e.name = N'MS_Description' WHERE t.schema_id = SCHEMA_ID() AND t.is_ms_shipped = 0";

/// Lengths are told in bytes, of which a character has two.
const COLUMNS: &str = "SELECT t.name, c.name, UPPER(y.name) + CASE \
    WHEN y.name IN (N'nvarchar', N'nchar') AND c.max_length > 0 THEN N'(' + CAST(c.max_length / 2 AS NVARCHAR(10)) + N')' \
    WHEN y.name IN (N'varchar', N'char', N'varbinary', N'binary') AND c.max_length > 0 \
    THEN N'(' + CAST(c.max_length AS NVARCHAR(10)) + N')' WHEN c.max_length = -1 THEN N'(MAX)' \
    WHEN y.name IN (N'decimal', N'numeric') \
    THEN N'(' + CAST(c.precision AS NVARCHAR(10)) + N', ' + CAST(c.scale AS NVARCHAR(10)) + N')' \
    WHEN y.name IN (N'datetime2', N'datetimeoffset', N'time') THEN N'(' + CAST(c.scale AS NVARCHAR(10)) + N')' ELSE N'' END \
    + CASE WHEN c.collation_name IS NULL THEN N'' ELSE N' COLLATE ' + c.collation_name END, \
    CASE WHEN c.is_nullable = 0 THEN N'NO' ELSE N'' END, d.definition, CASE WHEN c.is_identity = 1 THEN N'YES' ELSE N'' END, \
    g.definition, CASE WHEN g.is_persisted = 1 THEN N'YES' ELSE N'' END, CAST(e.value AS NVARCHAR(4000)) \
    FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id JOIN sys.types y ON y.user_type_id = c.user_type_id \
    LEFT JOIN sys.default_constraints d ON d.object_id = c.default_object_id \
    LEFT JOIN sys.computed_columns g ON g.object_id = c.object_id AND g.column_id = c.column_id \
    LEFT JOIN sys.extended_properties e ON e.class = 1 AND e.major_id = t.object_id AND e.minor_id = c.column_id \
    AND e.name = N'MS_Description' WHERE t.schema_id = SCHEMA_ID() AND t.is_ms_shipped = 0 ORDER BY t.name, c.column_id";

const KEYS: &str = "SELECT t.name, i.name, CASE WHEN i.is_primary_key = 1 THEN N'PRIMARY' \
    WHEN i.is_unique_constraint = 1 THEN N'UNIQUE' WHEN i.is_unique = 1 THEN N'UNIQUE INDEX' ELSE N'INDEX' END, c.name, N'', \
    CASE WHEN p.is_descending_key = 1 THEN N'DESC' ELSE N'' END, i.filter_definition, \
    CASE WHEN i.is_disabled = 1 THEN N'disabled' ELSE N'' END \
    FROM sys.tables t JOIN sys.indexes i ON i.object_id = t.object_id \
    JOIN sys.index_columns p ON p.object_id = i.object_id AND p.index_id = i.index_id \
    JOIN sys.columns c ON c.object_id = p.object_id AND c.column_id = p.column_id \
    WHERE t.schema_id = SCHEMA_ID() AND t.is_ms_shipped = 0 AND p.is_included_column = 0 ORDER BY t.name, i.name, p.key_ordinal";

const CHECKS: &str = "SELECT t.name, k.name, k.definition, CASE WHEN k.is_disabled = 1 THEN N'disabled' \
    WHEN k.is_not_trusted = 1 THEN N'not trusted' ELSE N'' END \
    FROM sys.tables t JOIN sys.check_constraints k ON k.parent_object_id = t.object_id \
    WHERE t.schema_id = SCHEMA_ID() AND t.is_ms_shipped = 0 ORDER BY t.name, k.name";

const REFERENCES: &str = "SELECT t.name, f.name, c.name, r.name, o.name, f.delete_referential_action_desc, \
    f.update_referential_action_desc, CASE WHEN f.is_disabled = 1 THEN N'disabled' \
    WHEN f.is_not_trusted = 1 THEN N'not trusted' ELSE N'' END \
    FROM sys.tables t JOIN sys.foreign_keys f ON f.parent_object_id = t.object_id \
    JOIN sys.foreign_key_columns k ON k.constraint_object_id = f.object_id \
    JOIN sys.columns c ON c.object_id = k.parent_object_id AND c.column_id = k.parent_column_id \
    JOIN sys.tables r ON r.object_id = f.referenced_object_id \
    JOIN sys.columns o ON o.object_id = k.referenced_object_id AND o.column_id = k.referenced_column_id \
    WHERE t.schema_id = SCHEMA_ID() AND t.is_ms_shipped = 0 ORDER BY t.name, f.name, k.constraint_column_id";

/// Each object has the time of its last change.
pub(super) const STATE: &[(usize, &str)] = &[
    (
        1,
        "SELECT s.name + N'.' + o.name + N' ' + o.type_desc + N' ' + CONVERT(NVARCHAR(30), o.modify_date, 126) \
         FROM sys.objects o JOIN sys.schemas s ON s.schema_id = o.schema_id WHERE o.is_ms_shipped = 0",
    ),
    (
        1,
        "SELECT OBJECT_NAME(i.object_id) + N'.' + i.name + N' ' + i.type_desc + N' ' + CAST(i.is_disabled AS NVARCHAR(1)) \
         FROM sys.indexes i JOIN sys.objects o ON o.object_id = i.object_id WHERE o.is_ms_shipped = 0 AND i.name IS NOT NULL",
    ),
    (
        1,
        "SELECT CAST(e.major_id AS NVARCHAR(20)) + N'.' + CAST(e.minor_id AS NVARCHAR(20)) + N' ' + e.name + N' ' \
         + CAST(e.value AS NVARCHAR(4000)) FROM sys.extended_properties e WHERE e.class = 1",
    ),
];

/// The catalog has one name for binary numbers of both widths.
pub(super) fn settle(table: &mut Table) {
    for column in table.columns.iter_mut().filter(|column| column.type_name == "FLOAT") {
        column.type_name.push_str("(53)");
    }
}
