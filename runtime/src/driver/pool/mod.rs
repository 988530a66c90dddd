//! The connections of a database on the network, each lent to one statement or transaction at a time, in turn.
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

#[cfg(any(feature = "firebird", feature = "mysql"))]
mod changes;
#[allow(dead_code, reason = "not every driver stops statements over another connection")]
mod stop;

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Poll;
use std::time::{Duration, Instant};

use deadpool::Runtime;
use deadpool::managed::{
    self, Metrics, Object, PoolError, QueueMode, RecycleError, RecycleResult, TimeoutType, Timeouts,
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tracing::warn;

#[cfg(any(feature = "firebird", feature = "mysql"))]
pub use changes::Changes;
#[allow(unused_imports, reason = "not every driver stops statements over another connection")]
pub use stop::open_to_stop;

pub use super::pool_options::PoolOptions;
use super::{PoolState, cut_off};
use crate::error::{Error, Kind, Result};

/// How long a connection rests before it is asked whether it still lives. Asking each time would double the time that
/// a small statement takes.
const CHECK_AFTER: Duration = Duration::from_secs(30);
/// How long a check, a rollback or the end of an abandoned statement may take before the connection is given up.
const REPAIR_WITHIN: Duration = Duration::from_secs(5);
/// What is told of a statement that cannot be stopped yet.
const STILL_RUNS: &str = "a statement whose caller went away still runs, for the server has no connection left to stop it \
                          with; its connection keeps its place until then";
/// Longer than clocks differ that were set to the same time.
const A_MOMENT: Duration = Duration::from_millis(10);
/// More callers than this never wait at once.
const CALLERS: u32 = 1 << 20;

/// What the pool asks of a driver.
///
/// No method has to be safe to cancel: when the pool gives up on one, the connection is dropped, and dropping it closes it.
pub trait Connector: Send + Sync + 'static {
    /// A connection.
    type Connection: Send + 'static;

    /// Opens a connection and sets it up.
    fn open(&self) -> impl Future<Output = Result<Self::Connection>> + Send;

    /// Asks the server for a sign of life.
    fn check(&self, connection: &mut Self::Connection) -> impl Future<Output = Result<()>> + Send;

    /// Whether a connection should be replaced by a new one, for a reason that its age does not tell.
    fn is_outdated(&self, _connection: &Self::Connection) -> bool {
        false
    }

    /// Rolls back a transaction that nobody ended.
    fn roll_back(&self, connection: &mut Self::Connection) -> impl Future<Output = Result<()>> + Send;

    /// Whether the server soon notices that a connection was closed, and stops what it does: then one is closed that could
    /// not be abandoned in time. Otherwise abandoning it takes as long as it takes, and so long it keeps its place.
    fn is_missed(&self, _connection: &Self::Connection) -> bool {
        true
    }

    /// Stops a statement whose caller went away, so that it does not take effect later, and closes the connection.
    fn abandon(&self, connection: Self::Connection) -> impl Future<Output = ()> + Send;

    /// Closes a connection that is in order.
    fn close(&self, connection: Self::Connection) -> impl Future<Output = ()> + Send;
}

/// The connections of a database.
pub struct Pool<C: Connector> {
    pool: managed::Pool<Manager<C>>,
    /// One permit for each caller that has a connection or waits for one: who has them all is alone.
    callers: Arc<Semaphore>,
    shared: Arc<Shared<C>>,
    acquire_timeout: Duration,
    /// Asks deadpool for a connection that is free, or may be opened.
    at_once: Timeouts,
}

struct Shared<C> {
    connector: C,
    /// Counts the connections that broke. Those opened or checked before the last of them are asked before they are lent.
    breaks: AtomicU64,
    max_age: Duration,
    /// How many connections are kept; those above it are closed when they come back.
    kept: usize,
}

/// What deadpool calls.
struct Manager<C>(Arc<Shared<C>>);

/// A connection and what is known of it while nobody has it.
struct Slot<C: Connector> {
    /// Absent after it was closed.
    connection: Option<C::Connection>,
    rests_since: Instant,
    /// The count of breaks when it was last known to live.
    known_at: u64,
}

impl<C: Connector> Pool<C> {
    /// A pool without connections; they are opened when they are needed.
    ///
    /// # Errors
    /// Of kind `Config` if deadpool refuses the options.
    pub fn new(connector: C, options: &PoolOptions) -> Result<Self> {
        let shared =
            Arc::new(Shared { connector, breaks: AtomicU64::new(0), max_age: options.max_age, kept: options.size });
        let pool = managed::Pool::builder(Manager(Arc::clone(&shared)))
            .max_size(options.size.saturating_add(options.overflow))
            .wait_timeout(Some(options.acquire_timeout))
            .create_timeout(Some(options.acquire_timeout))
            // The one used last is the warmest, and those not needed rest until they are closed.
            .queue_mode(QueueMode::Lifo)
            .runtime(Runtime::Tokio1)
            .build()
            .map_err(|error| Error::new(Kind::Config, "the pool cannot be made").with_source(error))?;
        sweep_regularly(&pool, Arc::clone(&shared), options.idle_timeout);
        let callers = Arc::new(Semaphore::new(CALLERS as usize));
        let at_once = Timeouts { wait: Some(Duration::ZERO), ..pool.timeouts() };
        Ok(Self { pool, callers, shared, acquire_timeout: options.acquire_timeout, at_once })
    }

    /// A connection, in turn.
    ///
    /// It is part of the future of each statement, and a large one is slow to allocate: what is rare is in boxes.
    ///
    /// # Errors
    /// Of kind `Timeout` if none became free in time, of kind `Usage` if the pool was closed, and those of
    /// [`Connector::open`].
    pub async fn take(&self) -> Result<Lease<C>> {
        let caller = match Arc::clone(&self.callers).try_acquire_owned() {
            Ok(caller) => caller,
            Err(_) => Box::pin(self.wait_for_the_end()).await?,
        };
        let mut at_once = pin!(self.pool.timeout_get(&self.at_once));
        let object = match poll_fn(|context| Poll::Ready(at_once.as_mut().poll(context))).await {
            Poll::Ready(Ok(object)) => object,
            Poll::Ready(Err(error)) => Box::pin(self.in_time(std::future::ready(Err(error)))).await?,
            // One is asked whether it lives, or opened.
            Poll::Pending => Box::pin(self.in_time(at_once)).await?,
        };
        let (shared, state) = (Arc::clone(&self.shared), State::Ready);
        Ok(Lease { object: Some(object), shared, state, is_retired: false, caller: Some(caller) })
    }

    /// A connection that is being got ready, or if there is none, one that comes free. Only now a clock has to run, and one
    /// alone: whatever has to be checked, opened and waited for, all of it has to happen in time. Nobody is overtaken: one
    /// that comes free goes to those who wait for it.
    async fn in_time(
        &self,
        at_once: impl Future<Output = Result<Object<Manager<C>>, PoolError<Error>>>,
    ) -> Result<Object<Manager<C>>> {
        let until = tokio::time::Instant::now() + self.acquire_timeout;
        match tokio::time::timeout_at(until, at_once).await {
            Ok(Err(PoolError::Timeout(TimeoutType::Wait))) => {}
            Ok(object) => return object.map_err(|error| self.explain(error)),
            Err(_) => return Err(self.not_opened()),
        }
        let wait = until.saturating_duration_since(tokio::time::Instant::now());
        let timeouts = Timeouts { wait: Some(wait), ..self.pool.timeouts() };
        // A wait for one that is free ends first, and tells itself.
        match tokio::time::timeout_at(until + A_MOMENT, self.pool.timeout_get(&timeouts)).await {
            Ok(object) => object.map_err(|error| self.explain(error)),
            Err(_) => Err(self.not_opened()),
        }
    }

    /// A permit while somebody closes the pool, who is about to be done.
    async fn wait_for_the_end(&self) -> Result<OwnedSemaphorePermit> {
        match tokio::time::timeout(self.acquire_timeout, Arc::clone(&self.callers).acquire_owned()).await {
            Ok(caller) => caller.map_err(|_| closed()),
            Err(_) => Err(self.none_free()),
        }
    }

    /// Waits until every connection is back, and closes them.
    pub async fn close(&self) {
        // All permits at once: nobody has a connection then. An error means that it was closed before.
        let all = self.callers.acquire_many(CALLERS).await;
        self.callers.close();
        drop(all);
        for mut slot in self.pool.retain(|_, _| false).removed {
            slot.close(&self.shared.connector).await;
        }
        self.pool.close();
    }

    /// What opens them.
    pub fn connector(&self) -> &C {
        &self.shared.connector
    }

    /// The connections at this moment.
    pub fn state(&self) -> PoolState {
        let status = self.pool.status();
        PoolState { most: status.max_size, open: status.size, idle: status.available, waiting: status.waiting }
    }

    #[cold]
    fn explain(&self, error: PoolError<Error>) -> Error {
        match error {
            PoolError::Backend(error) => error,
            PoolError::Closed => closed(),
            PoolError::Timeout(TimeoutType::Create | TimeoutType::Recycle) => self.not_opened(),
            PoolError::Timeout(TimeoutType::Wait) => self.none_free(),
            PoolError::NoRuntimeSpecified | PoolError::PostCreateHook(_) => {
                Error::new(Kind::Other, "the pool gave no connection").with_source(error)
            }
        }
    }

    #[cold]
    fn not_opened(&self) -> Error {
        let within = self.acquire_timeout.as_millis();
        Error::new(Kind::Connect, format!("the server did not open a connection within {within} ms"))
    }

    #[cold]
    fn none_free(&self) -> Error {
        Error::new(
            Kind::Timeout,
            format!(
                "none of the {} connections became free within {} ms; if a transaction is open in the same task, make \
                 the DAO over the transaction and not over the database, else set `pool_size` in the URL",
                self.pool.status().max_size,
                self.acquire_timeout.as_millis()
            ),
        )
    }
}

#[cold]
fn closed() -> Error {
    Error::new(Kind::Usage, "the database was closed")
}

/// Closes connections that rested too long or are too old, until the pool is gone.
fn sweep_regularly<C: Connector>(pool: &managed::Pool<Manager<C>>, shared: Arc<Shared<C>>, idle_timeout: Duration) {
    // Without a runtime there is nobody to do it; a connection too old is closed all the same when it is next asked for.
    let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
    let pool = pool.weak();
    let pause = (idle_timeout / 2).clamp(Duration::from_millis(100), Duration::from_secs(30));
    runtime.spawn(async move {
        loop {
            tokio::time::sleep(pause).await;
            let Some(pool) = pool.upgrade().filter(|pool| !pool.is_closed()) else { return };
            let young = |slot: &Slot<C>, metrics: Metrics| {
                slot.rests_since.elapsed() < idle_timeout && metrics.age() < shared.max_age
            };
            let old = pool.retain(young).removed;
            drop(pool);
            for mut slot in old {
                slot.close(&shared.connector).await;
            }
        }
    });
}

impl<C: Connector> managed::Manager for Manager<C> {
    type Type = Slot<C>;
    type Error = Error;

    async fn create(&self) -> Result<Slot<C>> {
        let known_at = self.0.breaks.load(Ordering::Acquire);
        let connection = Some(Box::pin(self.0.connector.open()).await?);
        Ok(Slot { connection, rests_since: Instant::now(), known_at })
    }

    /// An error makes deadpool drop the connection and go on to the next, or to a new one.
    async fn recycle(&self, slot: &mut Slot<C>, metrics: &Metrics) -> RecycleResult<Error> {
        let is_outdated = |connection| self.0.connector.is_outdated(connection);
        let now = Instant::now();
        if now.duration_since(metrics.created) >= self.0.max_age || slot.connection.as_ref().is_some_and(is_outdated) {
            Box::pin(slot.close(&self.0.connector)).await;
            return Err(RecycleError::message("too old"));
        }
        let Some(connection) = &mut slot.connection else { return Err(RecycleError::message("closed")) };
        let breaks = self.0.breaks.load(Ordering::Acquire);
        if slot.known_at != breaks || now.duration_since(slot.rests_since) >= CHECK_AFTER {
            let check = Box::pin(tokio::time::timeout(REPAIR_WITHIN, self.0.connector.check(connection)));
            check.await.map_err(|_| RecycleError::message("no sign of life"))??;
            slot.known_at = breaks;
        }
        Ok(())
    }
}

impl<C: Connector> Slot<C> {
    async fn close(&mut self, connector: &C) {
        if let Some(connection) = self.connection.take() {
            // Nobody waits for the answer of a server that is gone.
            tokio::time::timeout(REPAIR_WITHIN, connector.close(connection)).await.ok();
        }
    }
}

/// A connection that is lent; given back, repaired or closed when dropped.
pub struct Lease<C: Connector> {
    /// Absent after `drop` only.
    object: Option<Object<Manager<C>>>,
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
        self.object.as_mut().and_then(|object| object.connection.as_mut()).ok_or_else(lost)
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
                Err(mut object) => object.rests_since = Instant::now(),
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
    let status = Object::pool(&object).map(|pool| pool.status());
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
    mut connection: C::Connection,
    is_retired: bool,
) {
    if let State::Running(_) | State::Broken = state {
        let is_missed = shared.connector.is_missed(&connection);
        let abandon = shared.connector.abandon(connection);
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
            shared.connector.close(connection).await;
        }
        Some(connection) => {
            place.connection = Some(connection);
            place.rests_since = Instant::now();
        }
        None => drop(Object::take(place)),
    }
}

#[cfg(test)]
mod tests;
