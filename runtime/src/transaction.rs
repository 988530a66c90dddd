//! A transaction: all of it happens, or nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::Poll;
use std::time::Duration;

use tablewright_schema::Dialect;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::Instant;
use tracing::warn;

use crate::driver::{BoxFuture, Done, Operation, Session, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::executor::Executor;
use crate::param::Param;
use crate::retry::Conflict;
use crate::savepoints::{Position, Savepoints, Turn};
use crate::trace::Trace;

/// How long a statement waits for the end of a savepoint inside of the transaction that it is over.
const PATIENCE: Duration = if cfg!(test) { Duration::from_millis(200) } else { Duration::from_secs(30) };

/// A transaction, or a savepoint inside one.
///
/// DAOs work over it: `Doctor::dao(&tx)`. Dropped without [`commit`](Self::commit), it is rolled back.
///
/// Several tasks may share it: their statements run one after the other. While a savepoint inside of it is open it is that
/// one's turn alone, for a way back to the savepoint would undo whatever else had been done meanwhile. Statements over the
/// transaction, other savepoints in it and its commit wait until then, and after 30 seconds are errors of kind
/// [`Usage`](Kind::Usage); its rollback waits for nobody.
#[must_use = "dropping a transaction rolls it back"]
pub struct Transaction {
    shared: Arc<Shared>,
    position: Position,
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
    session: Mutex<Option<Box<dyn Session>>>,
    savepoints: Savepoints,
    conflict: Arc<Conflict>,
    /// Whether statements are refused that would make permanent what was before them.
    is_whole: AtomicBool,
}

impl Transaction {
    pub(crate) fn new(session: Box<dyn Session>, dialect: Dialect, trace: Trace) -> Self {
        let session = Mutex::new(Some(session));
        let (savepoints, conflict, is_whole) = (Savepoints::default(), Arc::default(), AtomicBool::new(false));
        let shared = Shared { dialect, trace, session, savepoints, conflict, is_whole };
        Self { shared: Arc::new(shared), position: Position::OUTERMOST, state: State::Open }
    }

    /// Starts a savepoint: what happens until its commit can be undone without undoing the rest. One that is open already
    /// is waited for.
    ///
    /// # Errors
    /// Those of the database; of kind [`Usage`](Kind::Usage) if one stays open.
    pub async fn begin(&self) -> Result<Self> {
        let depth = self.position.depth + 1;
        let mut session = self.session().await?;
        self.noted(session.get()?.savepoint(depth).await)?;
        let position = self.shared.savepoints.set(depth);
        Ok(Self { shared: Arc::clone(&self.shared), position, state: State::Open })
    }

    /// Runs a closure inside a savepoint: kept if it succeeds, undone if it fails.
    ///
    /// # Errors
    /// Those of the closure and of the database; of kind [`Unsupported`](Kind::Unsupported) if it failed and not all of it
    /// can be undone, which a change of the schema does on MySQL, MariaDB, Oracle and Firebird.
    pub async fn transaction<T, E, F>(&self, run: F) -> Result<T, E>
    where
        F: AsyncFnOnce(&Transaction) -> Result<T, E>,
        E: From<Error>,
    {
        run_in(self.begin().await?, run).await.map_err(|failed| failed.error)
    }

    /// Makes it permanent; of a savepoint, as permanent as the transaction around it.
    ///
    /// # Errors
    /// Those of the database; then nothing of it is permanent, unless the kind is [`Kind::ConnectionLost`].
    pub async fn commit(mut self) -> Result<()> {
        let mut session = self.session().await?;
        match self.position.depth {
            0 => {
                let session = session.0.take().ok_or_else(ended)?;
                self.noted(session.commit().await)?;
            }
            depth => {
                // What is not released is rolled back to when this is dropped.
                self.noted(session.get()?.release(depth).await)?;
                self.shared.savepoints.end(self.position);
            }
        }
        drop(session);
        self.state = State::Ended;
        Ok(())
    }

    /// Undoes it, and what is open inside of it. On PostgreSQL, MySQL and MariaDB a statement that was cut off and does not end
    /// within a second is stopped, which costs the connection; a savepoint waits for its end.
    ///
    /// # Errors
    /// Of kind [`Unsupported`](Kind::Unsupported) if something of it is permanent: a change of the schema commits what is
    /// before it on MySQL, MariaDB and Oracle, and so may a procedure; on Firebird it is permanent itself when another statement
    /// follows it. Otherwise those of the database; it is undone all the same when the connection closes.
    pub async fn rollback(mut self) -> Result<()> {
        let mut session = Guard(self.shared.session.lock().await);
        match self.position.depth {
            0 => session.0.take().ok_or_else(ended)?.rollback().await?,
            depth => {
                if self.shared.savepoints.turn(self.position) == Turn::Never {
                    return Err(ended());
                }
                // An error says that something was not undone; what cannot go on then, the driver refuses.
                let undone = session.get()?.rollback_to(depth).await;
                self.shared.savepoints.end(self.position);
                undone?;
            }
        }
        drop(session);
        self.state = State::Ended;
        Ok(())
    }

    /// From now on refuses statements that would make permanent what was before them: for work that happens once or not at all.
    pub(crate) fn keep_whole(&self) {
        self.shared.is_whole.store(true, Ordering::Relaxed);
    }

    fn keeps_whole(&self, statement: Statement<'_>) -> Result<()> {
        match statement.operation {
            Operation::Select | Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => Ok(()),
            Operation::Ddl | Operation::Other => {
                let is_refused =
                    self.shared.is_whole.load(Ordering::Relaxed) && self.shared.dialect.commits(statement.sql);
                if is_refused { Err(commits()) } else { Ok(()) }
            }
        }
    }

    fn noted<V>(&self, result: Result<V>) -> Result<V> {
        self.shared.conflict.note(result)
    }

    /// The session, when it is this one's turn.
    async fn session(&self) -> Result<Guard<'_>> {
        match self.turn().await? {
            Some(session) => Ok(session),
            // Rare, and no part of the future of each statement.
            None => Box::pin(self.wait()).await,
        }
    }

    /// The session, unless a savepoint inside of this one is open.
    async fn turn(&self) -> Result<Option<Guard<'_>>> {
        let mut session = Guard(self.shared.session.lock().await);
        session.get()?;
        match self.shared.savepoints.turn(self.position) {
            Turn::Now => {}
            Turn::Later => return Ok(None),
            Turn::Never => return Err(ended()),
        }
        if let Some(depth) = self.shared.savepoints.dropped() {
            // If this is cut off, the next one does it.
            let undone = session.get()?.rollback_to(depth).await;
            self.shared.savepoints.rolled_back(depth);
            undone?;
        }
        Ok(Some(session))
    }

    async fn wait(&self) -> Result<Guard<'_>> {
        let until = Instant::now() + PATIENCE;
        loop {
            let next_end = self.shared.savepoints.next_end();
            if let Some(session) = self.turn().await? {
                return Ok(session);
            }
            tokio::time::timeout_at(until, next_end).await.map_err(|_| in_vain())?;
        }
    }

    /// The session, if nobody else has it and nothing has to be rolled back first.
    fn try_session(&self) -> Option<Guard<'_>> {
        let guard = Guard(self.shared.session.try_lock().ok()?);
        (guard.0.is_some() && self.shared.savepoints.is_turn_at_once(self.position)).then_some(guard)
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
}

#[cold]
fn ended() -> Error {
    Error::new(Kind::Usage, "the transaction has ended")
}

#[cold]
fn commits() -> Error {
    let message = "the statement makes permanent what its transaction did before it, and this one happens once or not at all: \
                   in a function of a migration, make it a statement of the migration";
    Error::new(Kind::Unsupported, message)
}

#[cold]
fn in_vain() -> Error {
    let message = format!(
        "a savepoint of the transaction was open for {} ms; make the DAO over the savepoint and not over the \
         transaction around it, or end the savepoint first",
        PATIENCE.as_millis()
    );
    Error::new(Kind::Usage, message)
}

/// Why a closure over a transaction failed.
pub(crate) struct Failed<E> {
    /// What the caller is told.
    pub(crate) error: E,
    /// Whether the reason is a conflict, which may be gone when all of it runs again.
    pub(crate) is_conflict: bool,
}

/// Runs a closure over a transaction: commits if it succeeds, rolls back if it fails. That not all of it can be undone
/// matters more than why it failed.
pub(crate) async fn run_in<T, E, F>(tx: Transaction, run: F) -> Result<T, Failed<E>>
where
    F: AsyncFnOnce(&Transaction) -> Result<T, E>,
    E: From<Error>,
{
    let conflict = Arc::clone(&tx.shared.conflict);
    match run(&tx).await {
        Ok(value) => match tx.commit().await {
            Ok(()) => Ok(value),
            Err(error) => Err(Failed { error: error.into(), is_conflict: conflict.is_why_not_committed() }),
        },
        Err(error) => match tx.rollback().await {
            Err(permanent) if permanent.kind() == Kind::Unsupported => {
                warn!(target: "tablewright::transaction", error = %permanent, "a transaction was not undone");
                Err(Failed { error: permanent.into(), is_conflict: false })
            }
            // The closure's error matters more than any other of the rollback, which happens anyway.
            Ok(()) | Err(_) => Err(Failed { error, is_conflict: conflict.is_why_it_failed() }),
        },
    }
}

impl Executor for Transaction {
    fn dialect(&self) -> Dialect {
        self.shared.dialect
    }

    fn execute<'a>(&'a self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(async move {
            self.keeps_whole(statement)?;
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
            self.keeps_whole(statement)?;
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
            self.keeps_whole(statement)?;
            let mut session = self.session().await?;
            self.noted(self.shared.trace.execute(statement, session.get()?.execute_many(statement, params)).await)
        })
    }

    fn try_execute(&self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        self.keeps_whole(statement)?;
        let Some(mut session) = self.try_session() else { return Poll::Pending };
        let done = self
            .shared
            .trace
            .now(statement, || session.get().map_or(Poll::Pending, |session| session.try_execute(statement, params)));
        done.map(|result| self.noted(result))
    }

    fn try_fetch(&self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        self.keeps_whole(statement)?;
        let Some(mut session) = self.try_session() else { return Poll::Pending };
        let fetched = self.shared.trace.now(statement, || {
            session.get().map_or(Poll::Pending, |session| session.try_fetch(statement, params, sink))
        });
        fetched.map(|result| self.noted(result))
    }

    fn is_transaction(&self) -> bool {
        true
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
        if self.position.depth > 0 {
            return self.shared.savepoints.drop(self.position);
        }
        // Dropping the session rolls back. If a statement is running it has the session; it goes with the last owner.
        if let Ok(mut session) = self.shared.session.try_lock() {
            session.take();
        }
    }
}

impl std::fmt::Debug for Transaction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Transaction({}, depth {})", self.shared.dialect, self.position.depth)
    }
}

#[cfg(feature = "sqlite")]
#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Database, HandwrittenSql};

    async fn count(tx: &Transaction) -> i64 {
        tx.fetch_sql("SELECT COUNT(*) FROM t", &[], |row| row.i64(0)).await.unwrap()[0]
    }

    #[tokio::test]
    async fn who_works_around_an_open_savepoint_waits_and_is_told() {
        let db = Database::connect("sqlite::memory:").await.unwrap();
        db.execute_sql("CREATE TABLE t (a INTEGER)", &[]).await.unwrap();
        let tx = db.begin().await.unwrap();
        let savepoint = tx.begin().await.unwrap();
        let around = tx.execute_sql("INSERT INTO t VALUES (1)", &[]).await.unwrap_err();
        let second = tx.begin().await.unwrap_err();
        for error in [&around, &second] {
            assert_eq!(error.kind(), Kind::Usage);
            assert!(
                error.to_string().starts_with("a savepoint of the transaction was open for 200 ms; make"),
                "{error}"
            );
        }
        // Also who waits already goes on when it ends.
        let wait = async { tx.execute_sql("INSERT INTO t VALUES (2)", &[]).await };
        let end = async {
            savepoint.execute_sql("INSERT INTO t VALUES (3)", &[]).await.unwrap();
            drop(savepoint);
        };
        let (waited, ()) = tokio::join!(wait, end);
        assert_eq!((waited.unwrap(), count(&tx).await), (1, 1));
        // What is inside of one that ended has ended with it.
        let outer = tx.begin().await.unwrap();
        let inner = outer.begin().await.unwrap();
        outer.rollback().await.unwrap();
        let next = tx.begin().await.unwrap();
        assert_eq!(inner.execute_sql("INSERT INTO t VALUES (4)", &[]).await.unwrap_err().kind(), Kind::Usage);
        assert_eq!(inner.commit().await.unwrap_err().kind(), Kind::Usage);
        next.commit().await.unwrap();
        // A transaction is not committed over the head of a savepoint.
        let open = tx.begin().await.unwrap();
        assert_eq!(tx.commit().await.unwrap_err().kind(), Kind::Usage);
        assert_eq!(open.commit().await.unwrap_err().to_string(), "the transaction has ended");
    }
}
