//! What a run tells while it goes on.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::error::Error;

/// A migration of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Place<'e> {
    /// Its version.
    pub version: &'e str,
    /// Its name.
    pub name: &'e str,
    /// Whether it is the way there.
    pub forward: bool,
    /// Which one of the run it is; the first is 1.
    pub number: usize,
    /// How many the run has.
    pub of: usize,
    /// How many statements it has.
    pub statements: usize,
    /// How many statements of the run come before its own.
    pub before: usize,
    /// How many statements the run has.
    pub all: usize,
}

/// What happens. Statements count from 1.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Event<'e> {
    /// Another runner has the lock, and is waited for.
    WaitingForRunner {
        /// Who it is, if that is known.
        holder: Option<&'e str>,
        /// Since when it has the lock.
        since: Option<DateTime<Utc>>,
        /// How long it has been waited for.
        waited: Duration,
    },
    /// A migration begins, or goes on.
    Started(Place<'e>),
    /// The rows were asked whether they fit.
    Asked {
        /// The migration that asks.
        place: Place<'e>,
        /// What would be wrong, in words.
        question: &'e str,
        /// How many rows are in the way.
        rows: i64,
    },
    /// A statement is about to run.
    Running {
        /// Its migration.
        place: Place<'e>,
        /// Which one.
        statement: usize,
        /// Its text.
        sql: &'e str,
    },
    /// A statement was done. In a migration that is one transaction it takes effect at the end.
    Ran {
        /// Its migration.
        place: Place<'e>,
        /// Which one.
        statement: usize,
        /// How long it took.
        took: Duration,
    },
    /// What the history says has taken effect, or is about to.
    Recorded {
        /// The migration.
        place: Place<'e>,
        /// How many statements are done.
        done: usize,
    },
    /// A statement that an earlier runner may have left running is waited for.
    WaitingForStatement {
        /// Its migration.
        place: Place<'e>,
        /// Which one.
        statement: usize,
        /// How long it has been waited for.
        waited: Duration,
    },
    /// A runner was cut off in a statement, and the catalog says what became of it.
    Settled {
        /// The migration.
        place: Place<'e>,
        /// The statement.
        statement: usize,
        /// Whether it took effect; otherwise it runs again.
        took_effect: bool,
    },
    /// Something was refused for a lock, had no effect, and is tried again.
    Retrying {
        /// The migration.
        place: Place<'e>,
        /// Why.
        error: &'e Error,
        /// After how long.
        pause: Duration,
    },
    /// A migration has taken effect, or was taken back.
    Finished {
        /// Which one.
        place: Place<'e>,
        /// How long it took.
        took: Duration,
    },
}

/// Is told what happens while it happens, on the task of the run, which waits meanwhile.
pub trait Observer: Send + Sync {
    /// Something happened.
    fn observe(&self, event: &Event<'_>);
}

impl<F: Fn(&Event<'_>) + Send + Sync> Observer for F {
    fn observe(&self, event: &Event<'_>) {
        self(event);
    }
}

/// Whoever wants to know.
#[derive(Clone, Default)]
pub(super) struct Observers(Vec<Arc<dyn Observer>>);

impl Observers {
    pub(super) fn add(&mut self, observer: impl Observer + 'static) {
        self.0.push(Arc::new(observer));
    }

    pub(super) fn tell(&self, event: &Event<'_>) {
        for observer in &self.0 {
            observer.observe(event);
        }
    }
}

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} observers", self.0.len())
    }
}
