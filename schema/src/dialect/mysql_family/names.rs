//! Names that MySQL and MariaDB keep for themselves, whatever their case.

use crate::dialect::name_space::Named;

/// Why a name is one of InnoDB's indexes
/// (<https://dev.mysql.com/doc/refman/8.4/en/innodb-index-types.html>, error 1280).
pub(in crate::dialect) fn kept(named: Named, name: &str) -> Option<&'static str> {
    let is_kept = |names: &[&str]| names.iter().any(|kept| kept.eq_ignore_ascii_case(name));
    match named {
        // An index of its name comes with each.
        Named::Unique | Named::Index | Named::ForeignKey if is_kept(&["PRIMARY", "GEN_CLUST_INDEX"]) => {
            Some("the index of a primary key is called so")
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

/// Why the name of a column is one of InnoDB's own
/// (<https://dev.mysql.com/doc/refman/8.4/en/innodb-restrictions-limitations.html>,
/// <https://dev.mysql.com/doc/refman/8.4/en/innodb-fulltext-index.html>).
pub(in crate::dialect) fn kept_column(name: &str) -> Option<&'static str> {
    let kept = ["DB_ROW_ID", "DB_TRX_ID", "DB_ROLL_PTR", "FTS_DOC_ID"];
    kept.iter()
        .any(|kept| kept.eq_ignore_ascii_case(name))
        .then_some("InnoDB has a column of its own that is called so")
}
