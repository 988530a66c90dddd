//! What MySQL says of names: checks and references have spaces of their own in the schema, indexes in their table
//! (<https://dev.mysql.com/doc/refman/8.4/en/create-table-check-constraints.html>). A primary key is always called PRIMARY.

use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table => &[(Space::Relations, Extent::Schema)],
        Named::Unique | Named::Index => &[(Space::Indexes, Extent::Table)],
        Named::Check => &[(Space::Checks, Extent::Schema)],
        // An index of its name comes with it.
        Named::ForeignKey => &[(Space::References, Extent::Schema), (Space::Indexes, Extent::Table)],
        Named::PrimaryKey | Named::Default => &[],
    }
}
