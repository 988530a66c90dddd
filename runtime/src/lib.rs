//! One annotated Rust struct per table; six databases; nothing left to find out at run time.

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod catalog;
pub mod column;
pub mod column_type;
mod column_types;
mod dao;
mod database;
pub mod driver;
mod error;
mod executor;
mod handwritten;
mod json;
mod now;
pub mod param;
pub mod prelude;
pub mod query;
mod row;
pub mod table;
mod trace;
mod transaction;

pub use catalog::{Ddl, Schema};
pub use column::Column;
pub use column_type::{ColumnType, UserType};
pub use dao::Dao;
pub use database::Database;
pub use error::{Constraint, Error, Kind, Result};
pub use executor::Executor;
pub use handwritten::HandwrittenSql;
pub use json::Json;
pub use param::{NullType, Param, Value};
pub use query::{Condition, Find, IntoColumn, Order, Patch};
pub use row::Row;
pub use table::{New, Table};
pub use tablewright_macros::{ColumnEnum, ColumnType, Table};
pub use tablewright_schema as schema;
pub use tablewright_schema::Dialect;
pub use transaction::Transaction;
