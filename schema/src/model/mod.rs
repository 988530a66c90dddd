//! The model: a table and its parts as plain data, constructible in a `const`.
//!
//! Everything is a `Cow<'static, _>`, so that one type serves what a macro emits (borrowed, no start-up cost) and what
//! a tool reads from a file (owned). Builders are `const fn`, which keeps the emitted code short.

pub mod borrowed;
mod column;
mod data_type;
mod default;
mod foreign_key;
mod index;
mod table;

pub use column::{ColumnDef, Generated};
pub use data_type::DataType;
pub use default::{ColumnDefault, Literal};
pub use foreign_key::{Action, ForeignKeyDef};
pub use index::{IndexDef, IndexPart};
pub use table::{CheckDef, Key, TableDef, UniqueDef};

use std::borrow::Cow;

/// A text that is borrowed in emitted code and owned in loaded files.
pub type Text = Cow<'static, str>;
/// A list that is borrowed in emitted code and owned in loaded files.
pub type List<T> = Cow<'static, [T]>;
