//! Transactions that run again, over a driver that plays an engine with conflicts.

#![allow(missing_docs, reason = "a test")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tablewright::driver::{BoxFuture, Done, Driver, Session, Sink, Statement};
use tablewright::prelude::*;
use tablewright::{Error, Kind, Param, Result, Retry};

/// An engine whose first transactions fail: so many in their statement, then so many in their commit.
struct Engine {
    begun: AtomicU32,
    statements: u32,
    commits: u32,
    kind: Kind,
    /// What its commits fail with.
    commit_kind: Kind,
}

/// A transaction's number and what happens to it.
struct Unit {
    statement: Result<()>,
    commit: Result<()>,
}

impl Engine {
    fn database(statements: u32, commits: u32, kind: Kind) -> (Database, Arc<Self>) {
        Self::with(Self { begun: AtomicU32::new(0), statements, commits, kind, commit_kind: kind })
    }

    fn with(engine: Self) -> (Database, Arc<Self>) {
        let engine = Arc::new(engine);
        (Database::from_driver(Arc::clone(&engine) as Arc<dyn Driver>), engine)
    }
}

fn fails(whether: bool, kind: Kind) -> Result<()> {
    if whether { Err(Error::new(kind, "a conflict")) } else { Ok(()) }
}

fn nothing<'a, T>() -> BoxFuture<'a, Result<T>> {
    Box::pin(async { Err(Error::new(Kind::Unsupported, "not in this play")) })
}

impl Driver for Engine {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn execute<'a>(&'a self, _: Statement<'a>, _: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        nothing()
    }

    fn fetch<'a>(&'a self, _: Statement<'a>, _: &'a [Param<'a>], _: Sink<'a>) -> BoxFuture<'a, Result<()>> {
        nothing()
    }

    fn execute_many<'a>(&'a self, _: Statement<'a>, _: &'a [Vec<Param<'a>>]) -> BoxFuture<'a, Result<Done>> {
        nothing()
    }

    fn begin(&self) -> BoxFuture<'_, Result<Box<dyn Session>>> {
        let number = self.begun.fetch_add(1, Ordering::Relaxed);
        let statement = fails(number < self.statements, self.kind);
        let commit = fails(number < self.statements + self.commits, self.commit_kind);
        Box::pin(async { Ok(Box::new(Unit { statement, commit }) as Box<dyn Session>) })
    }

    fn close(&self) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

impl Session for Unit {
    fn execute<'a>(&'a mut self, _: Statement<'a>, _: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        let result = std::mem::replace(&mut self.statement, Ok(()));
        Box::pin(async { result.map(|()| Done::default()) })
    }

    fn fetch<'a>(&'a mut self, _: Statement<'a>, _: &'a [Param<'a>], _: Sink<'a>) -> BoxFuture<'a, Result<()>> {
        nothing()
    }

    fn execute_many<'a>(&'a mut self, _: Statement<'a>, _: &'a [Vec<Param<'a>>]) -> BoxFuture<'a, Result<Done>> {
        nothing()
    }

    fn savepoint(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn release(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        nothing()
    }

    fn rollback_to(&mut self, _: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async { Ok(()) })
    }

    fn commit(self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async { self.commit })
    }

    fn rollback(self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async { Ok(()) })
    }
}

fn patient() -> Retry {
    Retry::default().tries(4).waits(Duration::from_millis(1), Duration::from_millis(2))
}

/// The caller's own error, which keeps one of the database inside of it or comes from elsewhere.
#[derive(Debug)]
enum Mine {
    Database { _why: Arc<Error> },
    Own,
}

impl From<Error> for Mine {
    fn from(error: Error) -> Self {
        Self::Database { _why: Arc::new(error) }
    }
}

async fn work(db: &Database) -> Result<u64, Mine> {
    db.transaction_retrying(patient(), async |tx| Ok(tx.execute_sql("UPDATE a SET b = 1", &[]).await?)).await
}

#[tokio::test]
async fn conflicts_are_tried_again_whatever_the_callers_error() {
    for kind in [Kind::Deadlock, Kind::Serialization] {
        let (db, engine) = Engine::database(2, 1, kind);
        assert_eq!(work(&db).await.unwrap(), 0);
        assert_eq!(engine.begun.load(Ordering::Relaxed), 4);
    }
}

#[tokio::test]
async fn tries_end() {
    let (db, engine) = Engine::database(9, 0, Kind::Deadlock);
    work(&db).await.unwrap_err();
    assert_eq!(engine.begun.load(Ordering::Relaxed), 4);
}

#[tokio::test]
async fn what_may_have_happened_is_not_tried_again() {
    for kind in [Kind::ConnectionLost, Kind::Unique, Kind::Timeout] {
        let (db, engine) = Engine::database(0, 1, kind);
        work(&db).await.unwrap_err();
        assert_eq!(engine.begun.load(Ordering::Relaxed), 1, "{kind:?}");
    }
}

#[tokio::test]
async fn a_conflict_that_was_overcome_is_not_why_it_ended() {
    // Undone with its savepoint; then the connection breaks in the commit, which may have happened.
    let begun = AtomicU32::new(0);
    let (db, engine) = Engine::with(Engine {
        begun,
        statements: 1,
        commits: 1,
        kind: Kind::Deadlock,
        commit_kind: Kind::ConnectionLost,
    });
    let lost = db.transaction_retrying(patient(), async |tx| {
        let inner = tx.transaction(async |inner| inner.execute_sql("UPDATE a SET b = 1", &[]).await).await;
        assert_eq!(inner.unwrap_err().kind(), Kind::Deadlock);
        Ok::<_, Error>(())
    });
    assert_eq!(lost.await.unwrap_err().kind(), Kind::ConnectionLost);
    assert_eq!(engine.begun.load(Ordering::Relaxed), 1);
    // A statement succeeded since; what the closure says then is its own.
    let (db, engine) = Engine::database(9, 0, Kind::Serialization);
    let mine = db.transaction_retrying(patient(), async |tx| {
        tx.execute_sql("UPDATE a SET b = 1", &[]).await.unwrap_err();
        tx.execute_sql("UPDATE a SET b = 1", &[]).await?;
        Err::<(), _>(Mine::Own)
    });
    assert!(matches!(mine.await.unwrap_err(), Mine::Own));
    assert_eq!(engine.begun.load(Ordering::Relaxed), 1);
    // A conflict inside of a savepoint that ends all of it is the reason.
    let (db, engine) = Engine::database(2, 0, Kind::Deadlock);
    let work = db.transaction_retrying(patient(), async |tx| {
        let unit = tx.begin().await?;
        unit.execute_sql("UPDATE a SET b = 1", &[]).await?;
        drop(unit);
        Ok::<_, Mine>(())
    });
    work.await.unwrap();
    assert_eq!(engine.begun.load(Ordering::Relaxed), 3);
}

#[tokio::test]
async fn an_error_of_the_closure_s_own_is_not_tried_again() {
    for kind in [Kind::Deadlock, Kind::Serialization] {
        let (db, engine) = Engine::database(9, 0, kind);
        let mine = db.transaction_retrying(patient(), async |tx| {
            let swallowed = tx.execute_sql("UPDATE a SET b = 1", &[]).await;
            assert_eq!(swallowed.unwrap_err().kind(), kind);
            Err::<(), _>(Mine::Own)
        });
        assert!(matches!(mine.await.unwrap_err(), Mine::Own));
        assert_eq!(engine.begun.load(Ordering::Relaxed), 1, "{kind:?}");
    }
    // What it may have kept of an earlier try is no reason for the next one.
    let (db, engine) = Engine::database(9, 0, Kind::Deadlock);
    let kept = std::sync::Mutex::new(Vec::new());
    let mine = db.transaction_retrying(patient(), async |tx| {
        let error = tx.execute_sql("UPDATE a SET b = 1", &[]).await.unwrap_err();
        let mut kept = kept.lock().unwrap();
        if kept.is_empty() {
            kept.push(Arc::new(error));
            return Err::<(), _>(Mine::Database { _why: Arc::clone(&kept[0]) });
        }
        Err(Mine::Own)
    });
    assert!(matches!(mine.await.unwrap_err(), Mine::Own));
    assert_eq!(engine.begun.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn connecting_is_tried_again_only_if_it_may_help() {
    let wrong = Database::connect_retrying("sqlite:a.db?mode=rx", Retry::default().tries(1_000)).await.unwrap_err();
    assert_eq!(wrong.kind(), Kind::Config);
    let missing = Database::connect_retrying("sqlite:/no/such/folder/a.db", patient()).await.unwrap_err();
    assert_eq!(missing.kind(), Kind::Connect);
}
