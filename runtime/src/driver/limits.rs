//! How long a change of the schema may wait for others, and run.

use std::time::Duration;

/// How long the statements of a migration may wait, and run. A driver MUST see to it that they are no settings of the
/// connection for whoever gets it next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How long a statement waits for the lock of a table or a row. Whoever comes behind it in the queue waits as long.
    pub lock: Duration,
    /// How long a statement runs.
    pub statement: Duration,
}

impl Default for Limits {
    /// Five seconds, and an hour.
    fn default() -> Self {
        Self { lock: Duration::from_secs(5), statement: Duration::from_secs(3_600) }
    }
}

impl Limits {
    /// In whole milliseconds, at least one: the zero of many engines is for ever.
    #[allow(dead_code, reason = "not every driver counts in them")]
    pub(crate) fn milliseconds(limit: Duration) -> i32 {
        i32::try_from(limit.as_millis()).unwrap_or(i32::MAX).max(1)
    }

    /// In whole seconds, at least one.
    #[allow(dead_code, reason = "not every driver counts in them")]
    pub(crate) fn seconds(limit: Duration) -> i32 {
        i32::try_from(limit.as_millis().div_ceil(1_000)).unwrap_or(i32::MAX).max(1)
    }
}
