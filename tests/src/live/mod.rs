//! What the live tests of several engines do alike, each with statements of its own.

pub mod balancer;
pub mod computed_references;
pub mod deadlock;
pub mod kept_names;
pub mod killed;
pub mod load;
pub mod name_spaces;
pub mod names;
pub mod retyped;
pub mod rollbacks;
pub mod row_sizes;
pub mod savepoints;
pub mod serializable;
pub mod zones;
