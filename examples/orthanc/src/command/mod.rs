//! The commands, one file each.

pub mod connections;
pub mod ddl;
pub mod health;
pub mod matrix;
pub mod tour;
