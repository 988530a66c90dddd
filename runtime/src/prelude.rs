//! What most files that use the crate need: `use tablewright::prelude::*;`.

pub use crate::{
    Column, ColumnEnum, ColumnType, Condition, Database, Ddl, Dialect, Error, Executor, HandwrittenSql, Json, Kind,
    Patch, Schema, Table,
};
// The macro alone: the module of the same name stays out.
pub use tablewright_macros::schema;
