//! The connection that came back last, kept at hand: who comes next takes it without asking deadpool.
//!
//! Going through the queue of those that rest costs more than all else that is done in this process for a small statement.
//! One is at hand only while nobody waits: who is about to wait has it go to deadpool first, and until the wait is over
//! none is put there. So nobody is overtaken.

use deadpool::managed::Object;
use parking_lot::Mutex;
use tokio::sync::OwnedSemaphorePermit;

use super::{Connector, Manager};

/// A place for one connection.
pub struct Spare<C: Connector>(Mutex<Place<C>>);

/// A connection at hand, with the permit of whoever takes it.
pub type Held<C> = (Object<Manager<C>>, OwnedSemaphorePermit);

struct Place<C: Connector> {
    held: Option<Held<C>>,
    /// How many wait for a connection: none is kept here meanwhile.
    waiting: usize,
}

impl<C: Connector> Spare<C> {
    /// An empty place.
    pub const fn new() -> Self {
        Self(Mutex::new(Place { held: None, waiting: 0 }))
    }

    /// The connection, if one is at hand.
    pub fn take(&self) -> Option<Held<C>> {
        self.0.lock().held.take()
    }

    /// Puts a connection there. Gives out the one that was there before, or the same if somebody waits.
    pub fn put(&self, held: Held<C>) -> Option<Held<C>> {
        let mut place = self.0.lock();
        if place.waiting > 0 {
            return Some(held);
        }
        place.held.replace(held)
    }

    /// Whether one is at hand.
    pub fn is_held(&self) -> bool {
        self.0.lock().held.is_some()
    }

    /// Has deadpool get what is at hand, and whatever comes back until the wait is over.
    pub fn wait(&self) -> Waiting<'_, C> {
        self.refuse();
        Waiting(self)
    }

    /// Has deadpool get what is at hand, and whatever comes back from now on.
    pub fn refuse(&self) {
        let held = {
            let mut place = self.0.lock();
            place.waiting += 1;
            place.held.take()
        };
        // Only now: giving it back may wake somebody.
        drop(held);
    }
}

/// Somebody waits for a connection.
pub struct Waiting<'a, C: Connector>(&'a Spare<C>);

impl<C: Connector> Drop for Waiting<'_, C> {
    fn drop(&mut self) {
        self.0.0.lock().waiting -= 1;
    }
}
