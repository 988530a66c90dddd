//! Queries whose text is made for the call: conditions, orders, patches, and the statements around them.
//!
//! Pure: a [`Dao`](crate::Dao) runs them.
//!
//! ```text
//! Column ──compare──▶ Condition ─┐
//! Column ──order────▶ Order ─────┼─statement─▶ text + parameters
//! Column, value ────▶ Patch ─────┘
//! ```

mod compare;
mod condition;
mod fault;
mod into_column;
mod order;
mod patch;
mod pattern;
mod statement;
#[cfg(test)]
mod tests;
mod writer;

pub use compare::{Alike, Comparable, Nullable, Operand, TextColumn};
pub use condition::Condition;
pub use into_column::IntoColumn;
pub use order::{Order, OrderBy};
pub use patch::{Addend, NotComputed, NotKey, Patch};

pub(crate) use condition::Node;
pub(crate) use patch::Changes;
pub(crate) use statement::{Selection, delete, exists, patch, patch_by_key, replace, select};
pub(crate) use writer::Made;
