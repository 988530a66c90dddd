//! What MariaDB says of names: references are named in the database, constraints and indexes in their table
//! (<https://mariadb.com/kb/en/constraint/>). A primary key is always called PRIMARY.

use crate::dialect::mysql_family::names as family;
use crate::dialect::name_space::{Extent, Named, Space, Spaces};

/// The spaces that a name is taken in.
pub(in crate::dialect) const fn name_spaces(named: Named) -> Spaces {
    match named {
        Named::Table => &[(Space::Relations, Extent::Schema)],
        Named::Index => &[(Space::Indexes, Extent::Table)],
        Named::Unique => &[(Space::Indexes, Extent::Table), (Space::Constraints, Extent::Table)],
        Named::Check => &[(Space::Constraints, Extent::Table)],
        // An index of its name comes with it.
        Named::ForeignKey => {
            &[(Space::References, Extent::Schema), (Space::Indexes, Extent::Table), (Space::Constraints, Extent::Table)]
        }
        Named::PrimaryKey | Named::Default => &[],
    }
}

/// Why a name is one that the server keeps for itself: a check has its name beside the primary key too (error 1826, 10.11).
pub(super) fn kept(named: Named, name: &str) -> Option<&'static str> {
    match named {
        Named::Check if name.eq_ignore_ascii_case("PRIMARY") => Some("the primary key is called so"),
        Named::Table
        | Named::PrimaryKey
        | Named::Unique
        | Named::Check
        | Named::Index
        | Named::ForeignKey
        | Named::Default => family::kept(named, name),
    }
}
