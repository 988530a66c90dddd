//! What SQL Server says of names: tables and constraints, defaults too, are objects of the schema; an index is named in its table
//! (<https://learn.microsoft.com/sql/relational-databases/system-catalog-views/sys-objects-transact-sql>,
//! <https://learn.microsoft.com/sql/t-sql/statements/create-index-transact-sql>).

use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table | Named::Check | Named::ForeignKey | Named::Default => &[(Space::Relations, Extent::Schema)],
        Named::PrimaryKey | Named::Unique => &[(Space::Relations, Extent::Schema), (Space::Indexes, Extent::Table)],
        Named::Index => &[(Space::Indexes, Extent::Table)],
    }
}
