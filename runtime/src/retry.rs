//! Trying again what surely had no effect: a connection that failed, a transaction that the database undid.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::error::{Kind, Result};

/// How often something is tried, and how long it waits in between.
///
/// The wait doubles from try to try, and a random part of it is left out, so that those who collided do not collide again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retry {
    /// How often in all, the first try included.
    pub tries: u32,
    /// The longest wait after the first try.
    pub first: Duration,
    /// The longest wait after any try.
    pub most: Duration,
}

impl Default for Retry {
    /// Five tries, with waits of up to 20, 40, 80 and 160 milliseconds.
    fn default() -> Self {
        Self { tries: 5, first: Duration::from_millis(20), most: Duration::from_secs(2) }
    }
}

impl Retry {
    /// So many tries in all.
    #[must_use]
    pub const fn tries(mut self, tries: u32) -> Self {
        self.tries = tries;
        self
    }

    /// The longest waits: after the first try, and after any.
    #[must_use]
    pub const fn waits(mut self, first: Duration, most: Duration) -> Self {
        (self.first, self.most) = (first, most);
        self
    }

    /// Waits after this try (1 is the first), or says that it was the last.
    pub(crate) async fn again(&self, tried: u32) -> bool {
        let Some(pause) = self.pause(tried) else { return false };
        tokio::time::sleep(pause).await;
        true
    }

    /// How long to wait after this try (1 is the first); nothing if it was the last.
    pub(crate) fn pause(&self, tried: u32) -> Option<Duration> {
        (tried < self.tries).then(|| self.longest(tried).mul_f64(fastrand::f64()))
    }

    fn longest(&self, tried: u32) -> Duration {
        let doubled = 2_u32.checked_pow(tried.saturating_sub(1)).and_then(|times| self.first.checked_mul(times));
        doubled.unwrap_or(self.most).min(self.most)
    }
}

/// Whether the database undid something that may be done when it runs again.
pub(crate) const fn is_conflict(kind: Kind) -> bool {
    matches!(kind, Kind::Serialization | Kind::Deadlock)
}

/// Whether a transaction failed for a reason that may be gone when all of it runs again.
#[derive(Default)]
pub(crate) struct Conflict {
    /// The database undid something for it, and nothing succeeded since: an error that was overcome is not why it ended.
    is_met: AtomicBool,
    /// The connection broke. If that was the commit, it may have happened.
    is_lost: AtomicBool,
    /// In each error that is the conflict, or follows from it. Of an error that has become part of one of another type nothing
    /// else is left to be known by.
    mark: Arc<()>,
}

impl Conflict {
    /// How a statement of the transaction, or its commit, ended. An error of another kind may be what follows from the
    /// conflict: a statement that the transaction did not take any more.
    pub(crate) fn note<V>(&self, result: Result<V>) -> Result<V> {
        let error = match result {
            Ok(value) => {
                self.is_met.store(false, Ordering::Relaxed);
                return Ok(value);
            }
            Err(error) => error,
        };
        let is_conflict = is_conflict(error.kind());
        let is_met = self.is_met.fetch_or(is_conflict, Ordering::Relaxed) || is_conflict;
        self.is_lost.fetch_or(error.kind() == Kind::ConnectionLost, Ordering::Relaxed);
        Err(if is_met { error.marked(Arc::clone(&self.mark)) } else { error })
    }

    /// Whether a transaction the commit of which failed surely had no effect, for a reason that may be gone the next time.
    pub(crate) fn is_why_not_committed(&self) -> bool {
        self.is_met.load(Ordering::Relaxed) && !self.is_lost.load(Ordering::Relaxed)
    }

    /// The same of one whose closure failed: then the error that it returned, and nobody else has, holds one of the conflict.
    pub(crate) fn is_why_it_failed(&self) -> bool {
        Arc::strong_count(&self.mark) > 1 && !self.is_lost.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_the_longest() {
        let retry = Retry::default().waits(Duration::from_millis(10), Duration::from_millis(35));
        let longest: Vec<_> = [1, 2, 3, 4, 99].map(|tried| retry.longest(tried).as_millis()).to_vec();
        assert_eq!(longest, [10, 20, 35, 35, 35]);
    }
}
