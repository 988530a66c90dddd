//! A transaction on the writing connection.

use std::task::Poll;
use std::time::Duration;

use super::connection::{Outcome, SqliteConnection};
use super::options::Mode;
use super::pool::{Lease, Patience};
use super::ready;
use super::rebuild::{Rebuild, References, renames_rebuilt};
use crate::driver::{BoxFuture, Done, Session, Sink, Statement, cut_off};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// After so many statements of one call other tasks have the thread.
const PORTION: usize = 64;

/// A connection inside a transaction. Dropped, its lease rolls back before anyone else gets the connection.
pub struct SqliteSession {
    lease: Lease,
    /// There if tables may be made anew in it.
    rebuild: Option<Rebuild>,
    /// Whether a call for many rows is in the middle, which nobody goes on with if its caller goes away.
    is_cut_off: bool,
    /// How long to wait for another process, where the transaction began without a lock. One that has read has it, and nobody is
    /// in its way any more (<https://www.sqlite.org/lockingv3.html>).
    busy_timeout: Option<Duration>,
}

impl SqliteSession {
    /// Starts a transaction. It takes the lock of the database at once: a transaction that first reads and then finds the
    /// lock taken could not go on (<https://www.sqlite.org/lang_transaction.html#immediate>).
    pub async fn begin(mut lease: Lease, busy_timeout: Duration, mode: Mode) -> Result<Self> {
        let (begin, later) = match mode {
            Mode::ReadOnly => ("BEGIN", Some(busy_timeout)),
            Mode::ReadWrite | Mode::Create => ("BEGIN IMMEDIATE", None),
        };
        let mut patience = Patience::new(busy_timeout);
        loop {
            match lease.with(|connection| connection.batch(begin)) {
                Outcome::Ran(result) => return result.map(|()| Self::new(lease, later)),
                Outcome::Busy => patience.wait().await?,
            }
        }
    }

    const fn new(lease: Lease, busy_timeout: Option<Duration>) -> Self {
        Self { lease, rebuild: None, is_cut_off: false, busy_timeout }
    }

    /// Starts a transaction that only reads, and sees what was committed when it first does
    /// (<https://www.sqlite.org/isolation.html>).
    pub fn begin_reading(mut lease: Lease, busy_timeout: Duration) -> Result<Self> {
        let begun = match lease.only_read() {
            Outcome::Ran(Ok(())) => lease.with(|connection| connection.batch("BEGIN")),
            refused => refused,
        };
        match begun {
            Outcome::Ran(result) => result.map(|()| Self::new(lease, Some(busy_timeout))),
            Outcome::Busy => Err(in_the_way()),
        }
    }

    /// The same, where tables may be made anew.
    pub async fn begin_changes(mut lease: Lease, busy_timeout: Duration, mode: Mode) -> Result<Self> {
        if let Outcome::Ran(result) = lease.be_lenient() {
            result?;
        }
        let mut session = Self::begin(lease, busy_timeout, mode).await?;
        session.rebuild = Some(Rebuild::begin(&mut session.lease, References::Ignored)?);
        Ok(session)
    }

    /// The same where rows are changed and no table: what a reference does to rows it does, and what it forbids is looked at
    /// in the end (<https://www.sqlite.org/pragma.html#pragma_defer_foreign_keys>).
    pub async fn begin_rows(lease: Lease, busy_timeout: Duration, mode: Mode) -> Result<Self> {
        let mut session = Self::begin(lease, busy_timeout, mode).await?;
        session.batch("PRAGMA defer_foreign_keys = ON")?;
        session.rebuild = Some(Rebuild::begin(&mut session.lease, References::Enforced)?);
        Ok(session)
    }

    /// A statement, and what SQLite would take with it.
    async fn run(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        let Some(mut rebuild) = self.rebuild.take() else {
            return self.patiently(|connection| connection.execute(statement, params)).await;
        };
        let ran = self.changed(&mut rebuild, statement, params);
        self.rebuild = Some(rebuild);
        ran
    }

    fn changed(&mut self, rebuild: &mut Rebuild, statement: Statement<'_>, params: &[Param<'_>]) -> Result<Done> {
        // References and views that name the table are about the new one, and stay as they are
        // (https://www.sqlite.org/pragma.html#pragma_legacy_alter_table).
        let renames = renames_rebuilt(statement.sql);
        if renames {
            self.batch("PRAGMA legacy_alter_table = ON")?;
        }
        rebuild.before(&mut self.lease, statement.sql)?;
        let done = self.now(|connection| connection.execute(statement, params));
        if renames && self.is_open() {
            self.batch("PRAGMA legacy_alter_table = OFF")?;
        }
        let done = done?;
        rebuild.after(&mut self.lease, statement.sql)?;
        Ok(done)
    }

    /// Runs a statement for each list of parameters, between savepoints.
    pub async fn run_many(&mut self, statement: Statement<'_>, params: &[Vec<Param<'_>>]) -> Result<Done> {
        self.batch("SAVEPOINT tablewright_many")?;
        let mut done = Done::default();
        for (position, portion) in params.chunks(PORTION).enumerate() {
            if position > 0 {
                self.is_cut_off = true;
                tokio::task::yield_now().await;
                self.is_cut_off = false;
            }
            for params in portion {
                match self.now(|connection| connection.execute(statement, params)) {
                    Ok(one) => done = Done { rows: done.rows + one.rows, last_insert_id: one.last_insert_id },
                    Err(error) => {
                        // If nothing is left to go back to, that is what the error did.
                        if self.is_open() {
                            self.batch("ROLLBACK TO tablewright_many")?;
                            self.batch("RELEASE tablewright_many")?;
                        }
                        return Err(error);
                    }
                }
            }
        }
        self.batch("RELEASE tablewright_many")?;
        Ok(done)
    }

    /// Whether the transaction is still there.
    fn is_open(&mut self) -> bool {
        matches!(self.inside(|_| Outcome::Ran(Ok(()))), Outcome::Ran(Ok(())))
    }

    fn batch(&mut self, sql: &str) -> Result<()> {
        self.now(|connection| connection.batch(sql))
    }

    /// Runs something in the transaction. SQLite ends it by itself for some errors (a full disk, `RAISE(ROLLBACK)`), and
    /// would commit each statement after that alone (<https://www.sqlite.org/lang_transaction.html>).
    fn inside<T>(&mut self, run: impl FnOnce(&mut SqliteConnection) -> Outcome<T>) -> Outcome<T> {
        if self.is_cut_off {
            return Outcome::Ran(Err(cut_off()));
        }
        self.lease
            .with(|connection| if connection.in_transaction() { run(connection) } else { Outcome::Ran(Err(undone())) })
    }

    /// Runs something when no other process is in the way.
    async fn patiently<T>(&mut self, mut run: impl FnMut(&mut SqliteConnection) -> Outcome<T>) -> Result<T> {
        let mut patience = self.busy_timeout.map(Patience::new);
        loop {
            match (self.inside(&mut run), &mut patience) {
                (Outcome::Ran(result), _) => return result,
                (Outcome::Busy, Some(patience)) => patience.wait().await?,
                (Outcome::Busy, None) => return Err(in_the_way()),
            }
        }
    }

    /// Inside a transaction that writes the lock is held, so another process is never in the way.
    fn now<T>(&mut self, run: impl FnOnce(&mut SqliteConnection) -> Outcome<T>) -> Result<T> {
        match self.inside(run) {
            Outcome::Ran(result) => result,
            Outcome::Busy => Err(in_the_way()),
        }
    }
}

impl Session for SqliteSession {
    fn execute<'a>(&'a mut self, statement: Statement<'a>, params: &'a [Param<'a>]) -> BoxFuture<'a, Result<Done>> {
        Box::pin(self.run(statement, params))
    }

    fn fetch<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Param<'a>],
        sink: Sink<'a>,
    ) -> BoxFuture<'a, Result<()>> {
        Box::pin(self.patiently(move |connection| connection.fetch(statement, params, &mut *sink)))
    }

    fn execute_many<'a>(
        &'a mut self,
        statement: Statement<'a>,
        params: &'a [Vec<Param<'a>>],
    ) -> BoxFuture<'a, Result<Done>> {
        Box::pin(self.run_many(statement, params))
    }

    fn try_execute(&mut self, statement: Statement<'_>, params: &[Param<'_>]) -> Poll<Result<Done>> {
        if self.rebuild.is_some() {
            return Poll::Pending;
        }
        ready(self.inside(|connection| connection.execute(statement, params)))
    }

    fn try_fetch(&mut self, statement: Statement<'_>, params: &[Param<'_>], sink: Sink<'_>) -> Poll<Result<()>> {
        ready(self.inside(|connection| connection.fetch(statement, params, sink)))
    }

    fn savepoint(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.batch(&format!("SAVEPOINT tablewright_{depth}")) })
    }

    fn release(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move { self.batch(&format!("RELEASE tablewright_{depth}")) })
    }

    fn rollback_to(&mut self, depth: u32) -> BoxFuture<'_, Result<()>> {
        Box::pin(async move {
            // This is what it can only be followed by.
            self.is_cut_off = false;
            self.batch(&format!("ROLLBACK TO tablewright_{depth}"))?;
            self.batch(&format!("RELEASE tablewright_{depth}"))
        })
    }

    fn commit(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            if self.is_open()
                && let Some(rebuild) = self.rebuild.take()
            {
                rebuild.end(&mut self.lease)?;
            }
            self.batch("COMMIT")
        })
    }

    fn rollback(mut self: Box<Self>) -> BoxFuture<'static, Result<()>> {
        Box::pin(async move {
            self.is_cut_off = false;
            if self.is_open() { self.batch("ROLLBACK") } else { Ok(()) }
        })
    }
}

#[cold]
fn in_the_way() -> Error {
    Error::new(Kind::Busy, "another process holds the database's lock")
}

#[cold]
fn undone() -> Error {
    let message = "SQLite undid the transaction when a statement of it failed: nothing of it was kept";
    Error::new(Kind::Usage, message)
}
