//! The savepoints of a transaction that are open, each inside of the one before, and whose turn it is.

use parking_lot::Mutex;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;

/// The open savepoints of one transaction.
///
/// Only the innermost may work: to return to a savepoint undoes all that came after it, whoever did that.
#[derive(Default)]
pub(crate) struct Savepoints {
    state: Mutex<State>,
    ended: Notify,
}

#[derive(Default)]
struct State {
    /// The numbers of the open ones, the outermost first.
    open: Vec<u64>,
    /// How many there were.
    count: u64,
    /// The outermost depth that was dropped and is still to be rolled back to.
    dropped: Option<u32>,
}

/// A transaction, or a savepoint inside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// 0 for the transaction itself, 1 for a savepoint in it, and so on.
    pub(crate) depth: u32,
    /// Tells those of one depth apart.
    number: u64,
}

/// Whether it is the turn of a transaction or savepoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is.
    Now,
    /// It will be when the savepoint inside of it has ended.
    Later,
    /// It never will be: it ended, or one around it did.
    Never,
}

impl Position {
    /// The transaction itself.
    pub(crate) const OUTERMOST: Self = Self { depth: 0, number: 0 };

    /// How many are open when it is the innermost.
    fn place(self) -> usize {
        self.depth as usize
    }
}

impl State {
    fn turn(&self, position: Position) -> Turn {
        let is_open = match position.place().checked_sub(1) {
            None => true,
            Some(index) => self.open.get(index) == Some(&position.number),
        };
        match (is_open, self.open.len() > position.place()) {
            (false, _) => Turn::Never,
            (true, true) => Turn::Later,
            (true, false) => Turn::Now,
        }
    }
}

impl Savepoints {
    /// Whether it is somebody's turn.
    pub(crate) fn turn(&self, position: Position) -> Turn {
        self.state.lock().turn(position)
    }

    /// Whether it is somebody's turn without anything to be rolled back to first.
    pub(crate) fn is_turn_at_once(&self, position: Position) -> bool {
        let state = self.state.lock();
        state.dropped.is_none() && state.turn(position) == Turn::Now
    }

    /// Waits for the next end of a savepoint from this call on.
    pub(crate) fn next_end(&self) -> Notified<'_> {
        self.ended.notified()
    }

    /// A savepoint was set inside of the innermost.
    pub(crate) fn set(&self, depth: u32) -> Position {
        let mut state = self.state.lock();
        state.count += 1;
        let number = state.count;
        state.open.push(number);
        Position { depth, number }
    }

    /// A savepoint is no more, and with it those inside of it.
    pub(crate) fn end(&self, position: Position) {
        self.leave(position, None);
    }

    /// A savepoint was dropped, and has to be rolled back to before anything else happens.
    pub(crate) fn drop(&self, position: Position) {
        self.leave(position, Some(position.depth));
    }

    fn leave(&self, position: Position, dropped: Option<u32>) {
        let mut state = self.state.lock();
        if state.turn(position) == Turn::Never {
            return;
        }
        state.open.truncate(position.place().saturating_sub(1));
        // What was dropped inside of it has gone with it.
        let before = state.dropped.filter(|depth| *depth < position.depth);
        state.dropped = before.or(dropped);
        drop(state);
        self.ended.notify_waiters();
    }

    /// What is to be rolled back to, which the caller does before anything else happens.
    pub(crate) fn dropped(&self) -> Option<u32> {
        self.state.lock().dropped
    }

    /// That was done. What was dropped meanwhile, outside of it, is still to be rolled back to.
    pub(crate) fn rolled_back(&self, depth: u32) {
        let mut state = self.state.lock();
        state.dropped = state.dropped.filter(|dropped| *dropped != depth);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_innermost_has_its_turn() {
        let savepoints = Savepoints::default();
        assert_eq!(savepoints.turn(Position::OUTERMOST), Turn::Now);
        let outer = savepoints.set(1);
        let inner = savepoints.set(2);
        let turns = |all: [Position; 3]| all.map(|position| savepoints.turn(position));
        assert_eq!(turns([Position::OUTERMOST, outer, inner]), [Turn::Later, Turn::Later, Turn::Now]);
        savepoints.end(outer);
        assert_eq!(turns([Position::OUTERMOST, outer, inner]), [Turn::Now, Turn::Never, Turn::Never]);
        // Another of the same depth is not the one that ended.
        let next = savepoints.set(1);
        assert_eq!(turns([Position::OUTERMOST, outer, next]), [Turn::Later, Turn::Never, Turn::Now]);
    }

    #[test]
    fn what_was_dropped_is_rolled_back_to_once() {
        let savepoints = Savepoints::default();
        let outer = savepoints.set(1);
        let inner = savepoints.set(2);
        savepoints.drop(inner);
        assert!(savepoints.turn(outer) == Turn::Now && !savepoints.is_turn_at_once(outer));
        savepoints.drop(outer);
        savepoints.drop(outer);
        savepoints.rolled_back(2);
        assert_eq!((savepoints.dropped(), savepoints.dropped()), (Some(1), Some(1)));
        savepoints.rolled_back(1);
        assert_eq!(savepoints.dropped(), None);
        // What ends by itself takes with it what was dropped inside.
        let outer = savepoints.set(1);
        let inner = savepoints.set(2);
        savepoints.drop(inner);
        savepoints.end(outer);
        assert_eq!(savepoints.dropped(), None);
    }
}
