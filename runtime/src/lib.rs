//! One annotated Rust struct per table; six databases; nothing left to find out at run time.
//!
//! ```
//! use tablewright::prelude::*;
//!
//! /// People who write books.
//! #[derive(Debug, Clone, Table)]
//! struct Author {
//!     #[column(primary_key, auto_increment)]
//!     id: i64,
//!     #[column(max_length = 100, unique)]
//!     name: String,
//!     #[column(max_length = 50)]
//!     country: Option<String>,
//!     #[column(default = 0)]
//!     books: i32,
//! }
//!
//! schema! {
//!     /// A very small library.
//!     struct Library { tables: [Author] }
//! }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> tablewright::Result<()> {
//! let db = Database::connect("sqlite::memory:").await?;
//! Library::create(&db).await?;
//!
//! let authors = Author::dao(&db);
//! let author = authors.create(NewAuthor::new("Sindiwe Magona").country("South Africa")).await?;
//! authors.patch(author.id, Author::patch().add(Author::BOOKS, 1)).await?;
//!
//! // The name is unique, so its finder gives one row or none.
//! let found = authors.find_by_name("Sindiwe Magona").await?;
//! assert_eq!(found.map(|author| author.books), Some(1));
//!
//! let near = Author::COUNTRY.eq("South Africa").and(Author::BOOKS.gt(0));
//! for author in authors.find_all(near).order_by(Author::NAME.asc()).limit(20).await? {
//!     println!("{}", author.name);
//! }
//!
//! // A constraint is an error to branch on, the same on every engine.
//! let error = authors.create(NewAuthor::new("Sindiwe Magona")).await.unwrap_err();
//! assert_eq!(error.kind(), Kind::Unique);
//!
//! // The DDL was made while this compiled, for every dialect.
//! println!("{}", Library::ddl(Dialect::Postgres)?);
//! # Ok(())
//! # }
//! ```
//!
//! # Types of columns
//!
//! | Rust | column | attributes | remarks |
//! |---|---|---|---|
//! | `String` | text | `max_length` | characters, not bytes; without `max_length` of any length |
//! | `i16`, `i32`, `i64` | integer | `auto_increment` | |
//! | `bool` | boolean | | |
//! | `f32`, `f64` | binary floating point | | money is a [`Decimal`](rust_decimal::Decimal) |
//! | `Decimal` | exact decimal | `precision`, `scale` | exact on every engine; on SQLite without order beyond 18 digits |
//! | `NaiveDate` | date | | |
//! | `NaiveTime` | time of day | | to the microsecond |
//! | `NaiveDateTime` | date and time without a zone | | to the microsecond |
//! | `DateTime<Utc>` | instant | | to the microsecond |
//! | `Uuid` | UUID | | |
//! | `Json<T>` | JSON document | | `T` is any type of serde |
//! | `Vec<u8>` | bytes | `max_length` | |
//! | `#[derive(ColumnEnum)]` | one of a list of texts | | checked by the database |
//! | `#[derive(ColumnType)]` | what is inside | | a type of your own around one of these |
//! | `Option<..>` of these | the same | | NULL allowed |
//!
//! # Where to go on
//!
//! - [`Dao`]: reading and writing rows. [`Column`], [`Condition`], [`Find`], [`Patch`]: what its methods take and give.
//! - [`Schema`]: creating and dropping all tables.
//! - [`Error`] and [`Kind`]: what can go wrong.
//! - [`driver`]: how a database is added.

#[doc(hidden)]
// The history of migrations is a table like any other, and its derive names the crate.
extern crate self as tablewright;

#[path = "private.rs"]
pub mod __private;
mod catalog;
pub mod column;
pub mod column_type;
mod column_types;
mod dao;
mod database;
pub mod drift;
pub mod driver;
mod error;
mod executor;
mod handwritten;
mod json;
pub mod manager;
pub mod migrate;
mod now;
pub mod param;
pub mod prelude;
pub mod query;
mod retry;
mod row;
mod savepoints;
mod snapshot;
pub mod table;
pub mod testing;
mod trace;
mod transaction;

pub use catalog::{Ddl, Schema, SchemaDef};
pub use column::Column;
pub use column_type::{ColumnType, UserType};
pub use dao::{Dao, Fetch, Find};
pub use database::Database;
pub use driver::{Isolation, TransactionOptions};
pub use error::{Constraint, Error, Kind, Result};
pub use executor::Executor;
pub use handwritten::HandwrittenSql;
pub use json::Json;
pub use manager::DatabaseManager;
pub use migrate::Migrator;
pub use param::{NullType, Param, Value};
pub use query::{Condition, IntoColumn, Order, Patch};
pub use retry::Retry;
pub use row::Row;
pub use table::{New, Table};
pub use tablewright_macros::{ColumnEnum, ColumnType, Table, schema};
pub use tablewright_schema as schema;
pub use tablewright_schema::Dialect;
pub use transaction::Transaction;
