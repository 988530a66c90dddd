//! What PostgreSQL says of names: an index is a relation as a table is, also that of a key, and a constraint has its name in its table
//! (<https://www.postgresql.org/docs/current/sql-createtable.html>, "Constraint Naming" among the notes on compatibility).

use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table | Named::Index => &[(Space::Relations, Extent::Schema)],
        Named::PrimaryKey | Named::Unique => &[(Space::Relations, Extent::Schema), (Space::Constraints, Extent::Table)],
        Named::Check | Named::ForeignKey => &[(Space::Constraints, Extent::Table)],
        Named::Default => &[],
    }
}

/// Why the name of a table is one that the server keeps for itself: its own tables are found first
/// (<https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-CATALOG>).
pub(super) fn kept(named: Named, name: &str) -> Option<&'static str> {
    match named {
        Named::Table if name.starts_with("pg_") => {
            Some("PostgreSQL's own tables begin with `pg_`, and are found before others")
        }
        Named::Table
        | Named::PrimaryKey
        | Named::Unique
        | Named::Check
        | Named::Index
        | Named::ForeignKey
        | Named::Default => None,
    }
}

/// Why the name of a column is that of one that every table has
/// (<https://www.postgresql.org/docs/current/ddl-system-columns.html>).
pub(super) fn kept_column(name: &str) -> Option<&'static str> {
    let is_kept = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"].contains(&name);
    is_kept.then_some("every table of PostgreSQL has a column of the system's that is called so")
}
