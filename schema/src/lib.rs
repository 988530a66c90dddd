//! Tables as data, the rules about them, and their SQL in seven dialects.
//!
//! Pure: no I/O, no async, no clock, no tokens. The macro crate calls it while a user's crate compiles, the
//! runtime calls it while a program runs, and both get the same answers.
//!
//! ```text
//! TableDef ──check──▶ Vec<Problem>
//!     └──dialect──▶ TableDdl (CREATE, indexes, foreign keys, comments)   or the Problem that stops it
//!     └──dialect──▶ TableSql (the statements of a DAO)
//! ```
//!
//! This crate is exempt from semantic versioning: use it through `tablewright`.

pub mod catalog;
pub mod check;
pub mod ddl;
pub mod describe;
pub mod dialect;
pub mod diff;
pub mod dml;
pub mod expr;
pub mod json;
pub mod lint;
pub mod migration;
pub mod model;
pub mod name;
pub mod order;
pub mod plan;
pub mod problem;
pub mod snapshot;
pub mod sql;
pub mod suggest;

pub use dialect::Dialect;
pub use model::{
    Action, CheckDef, ColumnDef, ColumnDefault, DataType, ForeignKeyDef, Generated, IndexDef, IndexPart, Key, Literal,
    TableDef, UniqueDef,
};
pub use problem::{Place, Problem};
pub use sql::Sql;
