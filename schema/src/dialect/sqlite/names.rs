//! What SQLite says of names: tables and indexes are together, and nobody asks what a constraint is called
//! (<https://www.sqlite.org/lang_createindex.html>, <https://www.sqlite.org/lang_createtable.html#constraints>).

use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table | Named::Index => &[(Space::Relations, Extent::Schema)],
        Named::PrimaryKey | Named::Unique | Named::Check | Named::ForeignKey | Named::Default => &[],
    }
}

/// Why a name is one that the engine keeps for itself (<https://www.sqlite.org/fileformat2.html#storage_of_the_sql_database_schema>).
pub(super) fn kept(named: Named, name: &str) -> Option<&'static str> {
    let is_kept = name.get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX));
    match named {
        Named::Table | Named::Index if is_kept => Some("SQLite keeps those that begin with `sqlite_` for itself"),
        Named::Table
        | Named::Index
        | Named::PrimaryKey
        | Named::Unique
        | Named::Check
        | Named::ForeignKey
        | Named::Default => None,
    }
}

const PREFIX: &str = "sqlite_";
