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
