//! SQLite's catalog keeps the statements as they were written (<https://www.sqlite.org/schematab.html>).

use super::super::catalog::Scope;
use crate::catalog::{Query, Source};

/// Tables before their indexes.
pub(super) fn source(scope: Scope) -> Source {
    let schema = match scope {
        Scope::Own => "sqlite_schema",
        Scope::Temporary => "sqlite_temp_schema",
    };
    let sql = format!(
        "SELECT tbl_name, sql FROM {schema} WHERE type IN ('table', 'index') AND sql IS NOT NULL \
         AND tbl_name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type DESC, name"
    );
    Source::Statements(Query { sql, columns: 2 })
}

/// A setting of the database and all its statements; the order of their making is no part of it.
pub(super) const STATE: &[(usize, &str)] =
    &[(4, "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")];
