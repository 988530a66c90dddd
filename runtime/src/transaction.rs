//! A transaction: all of it happens, or nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;

use parking_lot::Mutex;
use tablewright_schema::Dialect;
use tokio::sync::{Mutex as Turn, MutexGuard};

use crate::driver::{BoxFuture, Done, Session, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::param::Param;
use crate::retry::may_succeed_later;
use crate::trace::Trace;

/// A transaction, or a savepoint inside one.
///
/// DAOs work over it: `Doctor::dao(&tx)`. Dropped without [`commit`](Self::commit), it is rolled back.
#[must_use = "dropping a transaction rolls it back"]
pub struct Transaction {
    shared: Arc<Shared>,
    /// 0 for the transaction itself, 1 for a savepoint in it, and so on.
    depth: u32,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Ended,
}

struct Shared {
    dialect: Dialect,
    trace: Trace,
    /// Statements of one transaction run one after the other.
    session: Turn<Option<Box<dyn Session>>>,
    /// The outermost savepoint that was dropped and is still to be rolled back to.
    dropped: Mutex<Option<u32>>,
    /// Whether a statement failed in a way that may be gone when the whole transaction runs again.
    conflict: Arc<AtomicBool>,
}

impl Transaction {
    pub(crate) fn new(session: Box<dyn Session>, dialect: Dialect, trace: Trace) -> Self {
        let (session, dropped) = (Turn::new(Some(session)), Mutex::new(None));
        let shared = Shared { dialect, trace, session, dropped, conflict: Arc::default() };
        Self { shared: Arc::new(shared), depth: 0, state: State::Open }
    }

    /// Starts a savepoint: what happens until its commit can be undone without undoing the rest.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn begin(&self) -> Result<Self> {
        let depth = self.depth + 1;
        self.session().await?.savepoint(depth).await?;
        Ok(Self { shared: Arc::clone(&self.shared), depth, state: State::Open })
    }

    /// Runs a closure inside a savepoint: kept if it succeeds, undone if it fails.
    ///
    /// # Errors
    /// Those of the closure and of the database.
    pub async fn transaction<T, E, F>(&self, run: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Transaction) -> Result<T, E>,
        E: From<Error>,
    {
        run_in(self.begin().await?, run).await
    }

    /// Makes it permanent; of a savepoint, as permanent as the transaction around it.
    ///
    /// # Errors
    /// Those of the database; then nothing of it is permanent, unless the kind is [`Kind::ConnectionLost`].
    pub async fn commit(mut self) -> Result<()> {
        let result = match self.depth {
            0 => {
                let session = self.take().await?;
                self.noted(session.commit().await)
            }
            depth => self.session().await?.release(depth).await,
        };
        self.state = State::Ended;
        result
    }

    /// Undoes it.
    ///
    /// # Errors
    /// Those of the database; it is undone all the same when the connection closes.
    pub async fn rollback(mut self) -> Result<()> {
        let result = match self.depth {
            0 => self.take().await?.rollback().await,
            depth => self.session().await?.rollback_to(depth).await,
        };
        self.state = State::Ended;
        result
    }

    /// Says later whether the whole transaction may succeed when it runs again.
    pub(crate) fn conflict(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.shared.conflict)
    }

    fn noted<V>(&self, result: Result<V>) -> Result<V> {
        if result.as_ref().is_err_and(may_succeed_later) {
            self.shared.conflict.store(true, Ordering::Relaxed);
        }
        result
    }

    async fn take(&self) -> Result<Box<dyn Session>> {
        drop(self.session().await?);
        self.shared.session.lock().await.take().ok_or_else(ended)
    }

    async fn session(&self) -> Result<Guard<'_>> {
        let mut guard = Guard(self.shared.session.lock().await);
        let dropped = self.shared.dropped.lock().take();
        if let Some(depth) = dropped {
            guard.get()?.rollback_to(depth).await?;
        }
        guard.get()?;
        Ok(guard)
    }

    /// The session, if nobody else has it and nothing has to be rolled back first.
    fn try_session(&self) -> Option<Guard<'_>> {
        let guard = Guard(self.shared.session.try_lock().ok()?);
        (guard.0.is_some() && self.shared.dropped.lock().is_none()).then_some(guard)
    }
}

/// The session while it is this statement's turn.
struct Guard<'a>(MutexGuard<'a, Option<Box<dyn Session>>>);

impl Guard<'_> {
    fn get(&mut self) -> Result<&mut dyn Session> {
        match &mut *self.0 {
            Some(session) => Ok(&mut **session),
            None => Err(ended()),
        }
    }

    async fn savepoint(&mut self, depth: u32) -> Result<()> {
        self.get()?.savepoint(depth).await
    }

    async fn release(&mut self, depth: u32) -> Result<()> {
        self.get()?.release(depth).await
    }

    async fn rollback_to(&mut self, depth: u32) -> Result<()> {
        self.get()?.rollback_to(depth).await
    }
}

#[cold]
fn ended() -> Error {
    Error::new(Kind::Usage, "the transaction has ended")
}

/// Runs a closure over a transaction: commits if it succeeds, rolls back if it fails.
pub(crate) async fn run_in<T, E, F>(tx: Transaction, run: F) -> Result<T, E>
where
    F: AsyncFnOnce(&Transaction) -> Result<T, E>,
    E: From<Error>,
{
    match run(&tx).await {
        Ok(value) => {
            tx.commit().await?;
            Ok(value)
        }
        Err(error) => {
            // The closure's error matters more than one of the rollback, which happens anyway.
            let _ = tx.rollback().await;
            Err(error)
        }
    }
}

impl Executor for Transaction {
    fn dialect(&self) -> Dialect {
        self.shared.dialect
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut session = self.session().await?;
            self.noted(self.shared.trace.execute(statement, session.get()?.execute(statement, params)).await)
        })
    }

    fn fetch<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let mut session = self.session().await?;
            self.noted(self.shared.trace.fetch(statement, session.get()?.fetch(statement, params, sink)).await)
        })
    }

    fn execute_many<'a>(
        &'a self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            let mut session = self.session().await?;
            self.noted(self.shared.trace.execute(statement, session.get()?.execute_many(statement, params)).await)
        })
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        let Some(mut session) = self.try_session() else { return Poll::Pending };
        self.shared
            .trace
            .now(statement, || session.get().map_or(Poll::Pending, |session| session.try_execute(statement, params)))
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        let Some(mut session) = self.try_session() else { return Poll::Pending };
        self.shared.trace.now(statement, || {
            session.get().map_or(Poll::Pending, |session| session.try_fetch(statement, params, sink))
        })
    }

    fn begin_unit(&self) -> BoxFuture<'_, Result<Transaction>> {
        Box::pin(self.begin())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if self.state == State::Ended {
            return;
        }
        if self.depth == 0 {
            // Dropping the session rolls back. If a statement is running it has the session; it goes with the last owner.
            if let Ok(mut session) = self.shared.session.try_lock() {
                session.take();
            }
            return;
        }
        let mut dropped = self.shared.dropped.lock();
        *dropped = Some(dropped.map_or(self.depth, |depth| depth.min(self.depth)));
    }
}

impl std::fmt::Debug for Transaction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Transaction({}, depth {})", self.shared.dialect, self.depth)
    }
}
