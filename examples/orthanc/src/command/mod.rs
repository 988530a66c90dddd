//! The commands, one file each.

pub mod connections;
pub mod db;
pub mod ddl;
pub mod health;
pub mod lint;
pub mod matrix;
pub mod tour;
