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
