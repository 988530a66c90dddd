//! Counts the changes of the schema that a database made, for connections that remember tables as they were.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The count, shared by a database and its connections.
#[derive(Clone, Default)]
pub struct Changes(Arc<AtomicU64>);

impl Changes {
    /// How many there were. A connection that knows of fewer is out of date.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }

    /// Says that there is one more, and gives how many there are.
    pub fn add(&self) -> u64 {
        self.0.fetch_add(1, Ordering::AcqRel) + 1
    }
}
