//! One annotated Rust struct per table; six databases; nothing left to find out at run time.

pub mod column;
pub mod column_type;
pub mod driver;
mod error;
mod executor;
pub mod param;
mod row;
pub mod table;
mod transaction;

pub use column::Column;
pub use column_type::{ColumnType, UserType};
pub use error::{Constraint, Error, Kind, Result};
pub use executor::Executor;
pub use param::{NullType, Param, Value};
pub use row::Row;
pub use table::{New, Table};
pub use tablewright_schema as schema;
pub use tablewright_schema::Dialect;
pub use transaction::Transaction;
