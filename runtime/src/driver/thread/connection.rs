//! A connection as the executor sees it: what it asks of the client on its thread.

use std::sync::Weak;

use super::{IsWanted, Link, Outlet, Resident, Thread};
use crate::driver::backend::Scope;
use crate::driver::command::{Command, owned};
use crate::driver::{Done, Sink, Statement, TransactionOptions};
use crate::error::Result;
use crate::param::{Param, Value};

/// A client that blocks: the connection as its thread sees it.
pub trait BlockingClient: Resident {
    /// Rows that are sent on at once.
    type Rows: Send + 'static;

    /// What is to be known of it without asking its thread.
    type Identity: Send + Sync + 'static;

    /// Hands rows to a sink.
    fn pour(rows: &Self::Rows, sink: Sink<'_>) -> Result<()>;

    /// Whether the server answers.
    fn ping(&mut self) -> Result<()>;

    /// Runs a statement without rows; those of one that has some are stepped over.
    fn execute(&mut self, command: &Command, scope: Scope, is_wanted: IsWanted<'_>) -> Result<Done>;

    /// Runs a statement with rows, sends on what is too much to keep, and gives the rest. A caller that takes no more rows has
    /// gone, unless it said that it has enough of them.
    fn fetch(&mut self, command: &Command, scope: Scope, outlet: &Outlet<Self::Rows>) -> Result<Self::Rows>;

    /// Does what is left to do after a statement, for which its caller need not wait.
    fn tidy(&mut self) {}

    /// Runs a statement once for each list of parameters, all or none of them.
    fn execute_many(
        &mut self,
        command: &Command,
        lists: &[Vec<Value>],
        scope: Scope,
        is_wanted: IsWanted<'_>,
    ) -> Result<Done>;

    /// Starts the transaction of a session.
    fn begin(&mut self, options: TransactionOptions) -> Result<()>;

    /// Sets the savepoint of the session that has this depth.
    fn savepoint(&mut self, depth: u32) -> Result<()>;

    /// Goes back to a savepoint of the session, also after a statement that was cut off.
    ///
    /// # Errors
    /// Of kind `Unsupported` if not all of it can be undone.
    fn rollback_to(&mut self, depth: u32) -> Result<()>;

    /// Commits the session, if its caller still waits.
    fn commit(&mut self, is_wanted: IsWanted<'_>) -> Result<()>;

    /// Undoes the session, if there is one.
    fn rollback(&mut self) -> Result<()>;

    /// Says whether all of the session that was undone last is.
    ///
    /// # Errors
    /// Of kind `Unsupported` if something of it had been made permanent before.
    fn is_undone(&self) -> Result<()>;
}

/// A connection to a database.
pub struct ThreadConnection<C: BlockingClient> {
    thread: Thread<C>,
    /// What is to be known of it without asking its thread.
    pub identity: C::Identity,
}

impl<C: BlockingClient> ThreadConnection<C> {
    /// Connects, on the thread that the connection will live on.
    ///
    /// # Errors
    /// Whatever `open` says.
    pub(super) async fn open(
        thread: &str,
        open: impl FnOnce() -> Result<C> + Send + 'static,
        identity: impl FnOnce(&C) -> C::Identity + Send + 'static,
    ) -> Result<Self> {
        let (thread, identity) = Thread::start(thread, open, identity).await?;
        Ok(Self { thread, identity })
    }

    /// The way to its thread.
    pub fn link(&self) -> &Link<C> {
        self.thread.link()
    }

    /// The way to its thread, which does not keep it alive.
    #[allow(dead_code, reason = "not every driver has something to tell all connections")]
    pub fn weak_link(&self) -> Weak<Link<C>> {
        self.thread.weak_link()
    }

    /// Waits until what it was asked for has ended.
    pub async fn settle(&self) {
        self.thread.settle().await;
    }

    /// Ends everything and says goodbye.
    pub async fn close(self) {
        self.thread.close().await;
    }

    /// Asks the server for a sign of life.
    pub async fn ping(&self) -> Result<()> {
        self.link().call(|client, _| client.ping()).await
    }

    /// Runs a statement without rows.
    pub async fn execute(&self, statement: Statement<'_>, params: &[Param<'_>], scope: Scope) -> Result<Done> {
        let command = Command::new(statement, params);
        let run = move |client: &mut C, is_wanted: IsWanted<'_>| client.execute(&command, scope, is_wanted);
        self.link().call_then(run, C::tidy).await
    }

    /// Runs a statement with rows.
    pub async fn fetch(
        &self,
        statement: Statement<'_>,
        params: &[Param<'_>],
        scope: Scope,
        sink: Sink<'_>,
    ) -> Result<()> {
        let command = Command::new(statement, params);
        let produce = move |client: &mut C, outlet: &_| client.fetch(&command, scope, outlet);
        self.thread.stream(produce, C::tidy, |rows| C::pour(&rows, sink)).await
    }

    /// Runs a statement once for each list of parameters, all or none of them.
    pub async fn execute_many(
        &self,
        statement: Statement<'_>,
        params: &[Vec<Param<'_>>],
        scope: Scope,
    ) -> Result<Done> {
        let command = Command::new(statement, &[]);
        let lists: Vec<_> = params.iter().map(|params| owned(params)).collect();
        let run =
            move |client: &mut C, is_wanted: IsWanted<'_>| client.execute_many(&command, &lists, scope, is_wanted);
        self.link().call_then(run, C::tidy).await
    }

    /// Starts the transaction of a session.
    pub async fn begin(&self, options: TransactionOptions) -> Result<()> {
        self.link().call(move |client, _| client.begin(options)).await
    }

    /// Sets a savepoint of the session.
    pub async fn savepoint(&self, depth: u32) -> Result<()> {
        self.link().call(move |client, _| client.savepoint(depth)).await
    }

    /// Goes back to a savepoint of the session.
    ///
    /// # Errors
    /// Of kind `Unsupported` if not all of it can be undone.
    pub async fn rollback_to(&self, depth: u32) -> Result<()> {
        self.link().call(move |client, _| client.rollback_to(depth)).await
    }

    /// Commits the session.
    pub async fn commit(&self) -> Result<()> {
        self.link().call(|client, is_wanted| client.commit(is_wanted)).await
    }

    /// Undoes the session, whatever of it can be.
    pub async fn leave(&self) -> Result<()> {
        self.link().call(|client, _| client.rollback()).await
    }

    /// Undoes the session.
    ///
    /// # Errors
    /// Of kind `Unsupported` if something of it had been made permanent before; the rest is undone.
    pub async fn rollback(&self) -> Result<()> {
        self.link().call(|client, _| client.rollback().and_then(|()| client.is_undone())).await
    }
}
