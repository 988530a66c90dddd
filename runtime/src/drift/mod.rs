//! Drift of a database: what its engine's own catalog says, beside what should be there.

mod introspect;
mod read;
mod state;
mod verify;

pub use introspect::{Introspection, changes, definitions, introspect};
pub use read::read;
pub(crate) use state::around;
pub use state::state;
pub use tablewright_schema::catalog::{Difference, Object};
pub use verify::{Drift, verify};
