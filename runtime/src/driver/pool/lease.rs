//! A connection that is lent.
//!
//! A lease knows what its connection is doing. Whoever goes away in the middle, by an error, a panic or a dropped future,
//! leaves it to the lease to repair the connection or to close it before anybody else gets it:
//!
//! ```text
//! take ──▶ Ready ──start──▶ Running ──end──▶ Ready ──drop──▶ given back as it is
//!            │                 ├──drop──▶ `abandon`: the statement is stopped, the connection closed
//!            │                 └──end with ConnectionLost──▶ Broken ──drop──▶ closed
//!            └──transaction_began──▶ Open ──drop──▶ `roll_back`, then given back
//! ```

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use deadpool::managed::Object;
use tokio::sync::OwnedSemaphorePermit;
use tracing::warn;

use super::{Connector, Manager, REPAIR_WITHIN, Shared, Slot};
use crate::driver::cut_off;
use crate::error::{Error, Kind, Result};

/// What is told of a statement that cannot be stopped yet.
const STILL_RUNS: &str = "a statement whose caller went away still runs, for the server has no connection left to stop it \
                          with; its connection keeps its place until then";

/// A connection that is lent; given back, repaired or closed when dropped.
pub struct Lease<C: Connector> {
    /// Absent after `drop` only.
    pub(super) object: Option<Object<Manager<C>>>,
    shared: Arc<Shared<C>>,
    state: State,
    /// Whether nobody else is to have the connection.
    is_retired: bool,
    caller: Option<OwnedSemaphorePermit>,
}

/// What the connection is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing.
    Ready,
    /// Nothing, inside a transaction.
    Open,
    /// A statement; what it returns to.
    Running(Rest),
    /// It failed in a way that says nothing about its health.
    Doubtful,
    /// It is of no use.
    Broken,
}

/// What a statement returns to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rest {
    Ready,
    Open,
}

impl<C: Connector> Lease<C> {
    pub(super) fn new(object: Object<Manager<C>>, shared: Arc<Shared<C>>, caller: OwnedSemaphorePermit) -> Self {
        Self { object: Some(object), shared, state: State::Ready, is_retired: false, caller: Some(caller) }
    }

    /// The connection, to run something on it. Until [`end`](Self::end) is called it counts as running: a lease that is
    /// dropped then stops it.
    ///
    /// # Errors
    /// Of kind `ConnectionLost` if the connection broke before, of kind `Usage` if a statement on it was cut off.
    pub fn start(&mut self) -> Result<&mut C::Connection> {
        match self.state {
            State::Ready | State::Doubtful => self.run_from(Rest::Ready),
            State::Open => self.run_from(Rest::Open),
            State::Running(_) => Err(cut_off()),
            State::Broken => Err(lost()),
        }
    }

    /// Like [`start`](Self::start), to undo what was done in the transaction: also after a statement was cut off, what is
    /// left of whose answer the driver has to read first.
    ///
    /// # Errors
    /// Of kind `ConnectionLost` if the connection broke before.
    pub fn start_undoing(&mut self) -> Result<&mut C::Connection> {
        match self.state {
            State::Running(rest) => self.run_from(rest),
            State::Ready | State::Doubtful | State::Open | State::Broken => self.start(),
        }
    }

    /// What opened the connection.
    #[allow(dead_code, reason = "not every driver has to ask")]
    pub fn connector(&self) -> &C {
        &self.shared.connector
    }

    /// Whether a statement was cut off: started, and neither ended nor undone.
    #[allow(dead_code, reason = "not every driver has to ask")]
    pub fn is_cut_off(&self) -> bool {
        matches!(self.state, State::Running(_))
    }

    fn run_from(&mut self, rest: Rest) -> Result<&mut C::Connection> {
        self.state = State::Running(rest);
        self.object.as_mut().and_then(|object| object.connection.as_deref_mut()).ok_or_else(lost)
    }

    /// Says how what was started ended, and gives the result back. The answer of the server must have been read to its end.
    ///
    /// # Errors
    /// That of the result.
    pub fn end<T>(&mut self, result: Result<T>) -> Result<T> {
        let State::Running(rest) = self.state else { return result };
        self.state = match (&result, rest) {
            (Err(error), _) if error.kind() == Kind::ConnectionLost => {
                self.shared.breaks.fetch_add(1, Ordering::AcqRel);
                State::Broken
            }
            (Err(error), Rest::Ready) if matches!(error.kind(), Kind::Other | Kind::Timeout) => State::Doubtful,
            (_, Rest::Ready) => State::Ready,
            (_, Rest::Open) => State::Open,
        };
        result
    }

    /// From now on the connection has settings that are for this lease alone: it is closed when the lease is dropped.
    pub fn retire(&mut self) {
        self.is_retired = true;
    }

    /// Whether the connection has such settings.
    #[allow(dead_code, reason = "not every driver has to ask")]
    pub fn is_retired(&self) -> bool {
        self.is_retired
    }

    /// The connection has no such settings any more.
    pub fn keep(&mut self) {
        self.is_retired = false;
    }

    /// From now on the connection is inside a transaction, which is rolled back when the lease is dropped.
    pub fn transaction_began(&mut self) {
        if self.state == State::Ready {
            self.state = State::Open;
        }
    }

    /// The transaction has ended.
    pub fn transaction_ended(&mut self) {
        if self.state == State::Open {
            self.state = State::Ready;
        }
    }
}

/// How long the end of a statement that was cut off is waited for before it is stopped, which costs the connection.
const ENDS_WITHIN: Duration = Duration::from_secs(1);

/// Waits for what undoes a transaction: for a while only if it begins with the end of a statement that was cut off. `None` says that
/// it took too long: the lease, once it is dropped, stops the statement, and with the connection the transaction ends.
#[allow(dead_code, reason = "not every driver has to wait for statements that were cut off")]
pub async fn in_a_while<T>(is_cut_off: bool, undo: impl Future<Output = T>) -> Option<T> {
    if is_cut_off { tokio::time::timeout(ENDS_WITHIN, undo).await.ok() } else { Some(undo.await) }
}

#[cold]
fn lost() -> Error {
    Error::new(Kind::ConnectionLost, "the connection to the database broke before")
}

impl<C: Connector> Drop for Lease<C> {
    fn drop(&mut self) {
        let Some(mut object) = self.object.take() else { return };
        match self.state {
            State::Ready => match surplus(&self.shared, object, self.is_retired) {
                Ok(mut slot) => {
                    // Dropping it closes it too, with less courtesy.
                    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
                    let (shared, caller) = (Arc::clone(&self.shared), self.caller.take());
                    runtime.spawn(async move {
                        slot.close(&shared.connector).await;
                        drop(caller);
                    });
                }
                Err(mut object) => {
                    object.rests_since = Instant::now();
                    // What is not kept at hand goes back by being dropped.
                    drop(self.caller.take().and_then(|caller| self.shared.spare.put((object, caller))));
                }
            },
            State::Broken => drop(Object::take(object)),
            State::Open | State::Running(_) | State::Doubtful => {
                // Without a runtime nobody can talk to the server: closing the connection is what is left.
                let Ok(runtime) = tokio::runtime::Handle::try_current() else { return drop(Object::take(object)) };
                let Some(connection) = object.connection.take() else { return drop(Object::take(object)) };
                let (shared, state, caller) = (Arc::clone(&self.shared), self.state, self.caller.take());
                let is_retired = self.is_retired;
                // A runtime that ends may never run this. What it drops then closes the connection, and gives an empty
                // place back.
                runtime.spawn(async move {
                    let mut repair = pin!(repair(&shared, state, object, connection, is_retired));
                    // Until here it counts as work that `close` waits for.
                    if tokio::time::timeout(REPAIR_WITHIN * 2, repair.as_mut()).await.is_err() {
                        drop(caller);
                        warn!(target: "tablewright::pool", "{STILL_RUNS}");
                        repair.await;
                    }
                });
            }
        }
    }
}

/// Takes a connection out that is retired, or one of a pool that has more than it keeps, unless somebody waits for one.
fn surplus<C: Connector>(
    shared: &Shared<C>,
    object: Object<Manager<C>>,
    is_retired: bool,
) -> Result<Slot<C>, Object<Manager<C>>> {
    let status = shared.has_overflow.then(|| Object::pool(&object)).flatten().map(|pool| pool.status());
    match is_retired || status.is_some_and(|status| status.size > shared.kept && status.waiting == 0) {
        true => Ok(Object::take(object)),
        false => Err(object),
    }
}

/// Brings a connection back into order, or closes it. Its place in the pool is taken until then.
async fn repair<C: Connector>(
    shared: &Shared<C>,
    state: State,
    mut place: Object<Manager<C>>,
    mut connection: Box<C::Connection>,
    is_retired: bool,
) {
    if let State::Running(_) | State::Broken = state {
        let is_missed = shared.connector.is_missed(&connection);
        let abandon = shared.connector.abandon(*connection);
        if is_missed {
            tokio::time::timeout(REPAIR_WITHIN, abandon).await.ok();
        } else {
            abandon.await;
        }
        return drop(Object::take(place));
    }
    let mended = tokio::time::timeout(REPAIR_WITHIN, async {
        match state {
            State::Open => shared.connector.roll_back(&mut connection).await.ok()?,
            State::Doubtful => shared.connector.check(&mut connection).await.ok()?,
            State::Ready | State::Running(_) | State::Broken => {}
        }
        Some(connection)
    });
    match mended.await.ok().flatten() {
        Some(connection) if is_retired => {
            drop(Object::take(place));
            shared.connector.close(*connection).await;
        }
        Some(connection) => {
            place.connection = Some(connection);
            place.rests_since = Instant::now();
        }
        None => drop(Object::take(place)),
    }
}
