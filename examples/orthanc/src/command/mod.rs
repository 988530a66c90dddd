//! The commands, one file each.

pub mod ddl;
pub mod health;
pub mod matrix;
pub mod tour;
