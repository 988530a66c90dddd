//! The commands, one file each.

pub mod ddl;
pub mod tour;
