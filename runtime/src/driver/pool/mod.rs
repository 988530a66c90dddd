//! The connections of a database on the network, each lent to one statement or transaction at a time, in turn.

#[cfg(any(feature = "firebird", feature = "mysql"))]
mod changes;
mod lease;
mod spare;
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
use parking_lot::Mutex;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

#[cfg(any(feature = "firebird", feature = "mysql"))]
pub use changes::Changes;
pub use lease::{Lease, in_a_while};
#[allow(unused_imports, reason = "not every driver stops statements over another connection")]
pub use stop::open_to_stop;

use self::spare::Spare;
use super::PoolState;
pub use super::pool_options::PoolOptions;
use crate::error::{Error, Kind, Result};

/// How long a connection rests before it is asked whether it still lives. Asking each time would double the time that
/// a small statement takes.
const CHECK_AFTER: Duration = Duration::from_secs(30);
/// How long such a question may take, and at most half of the time that there is for getting a connection: the other half
/// is for opening one.
const CHECK_WITHIN: Duration = Duration::from_secs(2);
/// How long a repair, a rollback or the end of an abandoned statement may take before the connection is given up.
const REPAIR_WITHIN: Duration = Duration::from_secs(5);
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

struct Shared<C: Connector> {
    connector: C,
    /// Counts the connections that broke. Those opened or checked before the last of them are asked before they are lent.
    breaks: AtomicU64,
    /// Since when the one rested that last gave no sign of life: what rested as long is not asked any more. A network that
    /// forgets connections forgets the others with it, and each would be waited for.
    silent_since: Mutex<Option<Instant>>,
    spare: Spare<C>,
    check_within: Duration,
    max_age: Duration,
    /// How many connections are kept; those above it are closed when they come back.
    kept: usize,
    /// Whether there may be more than are kept.
    has_overflow: bool,
}

/// What deadpool calls.
struct Manager<C: Connector>(Arc<Shared<C>>);

/// A connection and what is known of it while nobody has it.
struct Slot<C: Connector> {
    /// Absent after it was closed. Behind a pointer, for a slot is moved often.
    connection: Option<Box<C::Connection>>,
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
        let shared = Arc::new(Shared {
            connector,
            breaks: AtomicU64::new(0),
            silent_since: Mutex::new(None),
            spare: Spare::new(),
            check_within: CHECK_WITHIN.min(options.acquire_timeout / 2),
            max_age: options.max_age,
            kept: options.size,
            has_overflow: options.overflow > 0,
        });
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
    /// It is part of the future of each statement, and a large one is slow to allocate: what is rarer is in boxes.
    ///
    /// # Errors
    /// Of kind `Timeout` if none became free in time, of kind `Usage` if the pool was closed, and those of
    /// [`Connector::open`].
    pub async fn take(&self) -> Result<Lease<C>> {
        match self.at_hand() {
            Some(lease) => Ok(lease),
            None => Box::pin(self.take_in_turn()).await,
        }
    }

    /// The connection that came back last, if nothing has to be asked or waited for.
    fn at_hand(&self) -> Option<Lease<C>> {
        let (object, caller) = self.shared.spare.take()?;
        let (now, breaks) = (Instant::now(), self.shared.breaks.load(Ordering::Acquire));
        if self.shared.is_outdated(&object, Object::metrics(&object), now) || object.is_in_doubt(breaks, now) {
            // Dropped it goes to where it is found again, and seen to.
            return None;
        }
        Some(Lease::new(object, Arc::clone(&self.shared), caller))
    }

    async fn take_in_turn(&self) -> Result<Lease<C>> {
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
        Ok(Lease::new(object, Arc::clone(&self.shared), caller))
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
        let _waiting = self.shared.spare.wait();
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
        self.shared.spare.refuse();
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
        let (status, at_hand) = (self.pool.status(), usize::from(self.shared.spare.is_held()));
        PoolState {
            most: status.max_size,
            open: status.size,
            idle: (status.available + at_hand).min(status.size),
            waiting: status.waiting,
        }
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

/// What is left is closed by being dropped.
impl<C: Connector> Drop for Pool<C> {
    fn drop(&mut self) {
        self.shared.spare.refuse();
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
            drop(shared.spare.take());
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
        let connection = Some(Box::new(Box::pin(self.0.connector.open()).await?));
        Ok(Slot { connection, rests_since: Instant::now(), known_at })
    }

    /// An error makes deadpool drop the connection and go on to the next, or to a new one.
    async fn recycle(&self, slot: &mut Slot<C>, metrics: &Metrics) -> RecycleResult<Error> {
        let Shared { connector, check_within, silent_since, .. } = &*self.0;
        let now = Instant::now();
        if self.0.is_outdated(slot, metrics, now) {
            Box::pin(slot.close(connector)).await;
            return Err(RecycleError::message("too old"));
        }
        let breaks = self.0.breaks.load(Ordering::Acquire);
        if !slot.is_in_doubt(breaks, now) {
            return Ok(());
        }
        let Some(connection) = &mut slot.connection else { return Err(RecycleError::message("closed")) };
        if silent_since.lock().is_some_and(|since| slot.rests_since <= since) {
            return Err(RecycleError::message("no sign of life of another that rested no longer"));
        }
        let check = Box::pin(tokio::time::timeout(*check_within, connector.check(connection)));
        let Ok(checked) = check.await else {
            let mut since = silent_since.lock();
            *since = (*since).max(Some(slot.rests_since));
            return Err(RecycleError::message("no sign of life"));
        };
        checked?;
        slot.known_at = breaks;
        Ok(())
    }
}

impl<C: Connector> Shared<C> {
    /// Whether a connection has to be replaced by a new one.
    fn is_outdated(&self, slot: &Slot<C>, metrics: &Metrics, now: Instant) -> bool {
        let is_outdated = |connection: &C::Connection| self.connector.is_outdated(connection);
        now.duration_since(metrics.created) >= self.max_age || slot.connection.as_deref().is_some_and(is_outdated)
    }
}

impl<C: Connector> Slot<C> {
    /// Whether the connection has to show that it lives.
    fn is_in_doubt(&self, breaks: u64, now: Instant) -> bool {
        self.connection.is_none() || self.known_at != breaks || now.duration_since(self.rests_since) >= CHECK_AFTER
    }

    async fn close(&mut self, connector: &C) {
        if let Some(connection) = self.connection.take() {
            // Nobody waits for the answer of a server that is gone.
            tokio::time::timeout(REPAIR_WITHIN, connector.close(*connection)).await.ok();
        }
    }
}

#[cfg(test)]
mod tests;
