//! What Oracle says of names: tables, constraints and indexes each have a space of their own in the schema
//! (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Database-Object-Names-and-Qualifiers.html>).

use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table => &[(Space::Relations, Extent::Schema)],
        Named::Index => &[(Space::Indexes, Extent::Schema)],
        Named::PrimaryKey | Named::Unique => &[(Space::Constraints, Extent::Schema), (Space::Indexes, Extent::Schema)],
        Named::Check | Named::ForeignKey => &[(Space::Constraints, Extent::Schema)],
        Named::Default => &[],
    }
}

/// Why the name of a column is one that the server keeps for itself: the word in capitals, also in quotes
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Database-Object-Names-and-Qualifiers.html>).
pub(super) fn kept_column(name: &str) -> Option<&'static str> {
    (name == "ROWID").then_some("Oracle refuses it as the name of a column, in quotes too")
}
