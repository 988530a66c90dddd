//! What a run did, kept from the events of the migrator: an error alone does not say what was done before it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tablewright::migrate::{Event, Observer, Place};

/// What was done, and what was begun and not finished. Its copies are one.
#[derive(Debug, Clone, Default)]
pub struct Journal(Arc<Mutex<Kept>>);

/// What a run did, as far as it came.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    pub done: Vec<Done>,
    pub open: Option<Open>,
}

/// A migration that has taken effect, or was taken back.
#[derive(Debug, Clone, Serialize)]
pub struct Done {
    pub version: String,
    pub name: String,
    /// `there` or `back`.
    pub way: &'static str,
    pub duration_ms: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// A migration that was begun, and at whose end the run is not yet.
#[derive(Debug, Clone, Serialize)]
pub struct Open {
    pub version: String,
    pub name: String,
    /// `there` or `back`.
    pub way: &'static str,
    /// The statement that was about to run; the first is 1, and absent if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<usize>,
    pub statements: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Settled>,
}

/// What became of the statement in which an earlier runner was cut off.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Settled {
    /// The first is 1.
    pub statement: usize,
    /// Whether it had taken effect; otherwise it ran again.
    pub took_effect: bool,
}

impl Journal {
    /// All of it until now.
    pub fn read(&self) -> Kept {
        self.kept().clone()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// The one that was begun. What is tried again was begun before.
    fn at(&mut self, place: &Place<'_>) -> &mut Open {
        let is_it = |open: &Open| open.version == place.version && open.way == way(place);
        let begun = self.open.take().filter(is_it);
        self.open.insert(begun.unwrap_or_else(|| Open {
            version: place.version.to_owned(),
            name: place.name.to_owned(),
            way: way(place),
            statement: None,
            statements: place.statements,
            settled: None,
        }))
    }

    fn finish(&mut self, place: &Place<'_>, took: Duration) {
        let Open { version, name, way, settled, .. } = self.at(place).clone();
        let duration_ms = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        self.done.push(Done { version, name, way, duration_ms, settled });
        self.open = None;
    }
}

impl Observer for Journal {
    fn observe(&self, event: &Event<'_>) {
        let mut kept = self.kept();
        match event {
            Event::Started(place) => drop(kept.at(place)),
            Event::Running { place, statement, .. } => kept.at(place).statement = Some(*statement),
            Event::Settled { place, statement, took_effect, .. } => {
                kept.at(place).settled = Some(Settled { statement: *statement, took_effect: *took_effect });
            }
            Event::Finished { place, took } => kept.finish(place, *took),
            // What passes says nothing of what was done.
            _ => {}
        }
    }
}

const fn way(place: &Place<'_>) -> &'static str {
    if place.forward { "there" } else { "back" }
}
