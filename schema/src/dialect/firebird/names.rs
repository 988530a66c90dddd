//! What Firebird says of names: constraints are together in the database, and so are indexes, among them those of keys and references
//! (<https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl-constraints-named>).

use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table => &[(Space::Relations, Extent::Schema)],
        Named::Index => &[(Space::Indexes, Extent::Schema)],
        Named::PrimaryKey | Named::Unique | Named::ForeignKey => {
            &[(Space::Constraints, Extent::Schema), (Space::Indexes, Extent::Schema)]
        }
        Named::Check => &[(Space::Constraints, Extent::Schema)],
        Named::Default => &[],
    }
}
