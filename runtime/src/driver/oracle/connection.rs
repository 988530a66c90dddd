//! A connection as the executor sees it: what it asks of the thread that has it.

use std::sync::Arc;

use tokio::sync::OwnedSemaphorePermit;

use super::client::{Client, Identity};
use super::limits;
use super::options::Options;
use super::row::{OracleRow, Rows};
use crate::driver::command::{Command, Scope, owned};
use crate::driver::thread::Thread;
use crate::driver::{Done, Limits, Operation, Product, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// A connection to a database.
pub struct OracleConnection {
    thread: Thread<Client>,
    identity: Identity,
}

impl OracleConnection {
    /// Connects, on the thread that the connection will live on, and gives the permit back when that has ended.
    ///
    /// # Errors
    /// Of kinds `Connect` and `Unsupported`.
    pub async fn open(options: Arc<Options>, permit: OwnedSemaphorePermit) -> Result<Self> {
        let open = move || {
            let _permit = permit;
            Client::open(&options)
        };
        let (thread, identity) = Thread::start("tablewright-oracle", open, Client::identity).await?;
        Ok(Self { thread, identity })
    }

    /// What it leads to.
    pub fn product(&self) -> &Product {
        &self.identity.product
    }

    /// The numbers the server knows it by.
    pub fn session(&self) -> (usize, usize) {
        self.identity.session
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
        self.thread.link().call(|client, _| client.ping()).await
    }

    /// Has the server cancel what another connection does, which takes a right that few have
    /// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SYSTEM.html>).
    pub async fn cancel(&self, (id, serial): (usize, usize)) -> Result<Done> {
        let sql = format!("ALTER SYSTEM CANCEL SQL '{id}, {serial}'");
        self.execute(Statement::built(&sql, Operation::Ddl), &[], Scope::Alone).await
    }

    /// Runs a statement without rows.
    pub async fn execute(&self, statement: Statement<'_>, params: &[Param<'_>], scope: Scope) -> Result<Done> {
        let command = Command::new(statement, params);
        self.thread.link().call(move |client, is_wanted| client.execute(&command, scope, is_wanted)).await
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
        let produce = move |client: &mut Client, outlet: &_| client.fetch(&command, scope, outlet);
        let take =
            |rows: Rows| rows.values.iter().try_for_each(|values| sink(&mut OracleRow { names: &rows.names, values }));
        self.thread.stream(produce, |_| {}, take).await
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
        let run = move |client: &mut Client, is_wanted: &dyn Fn() -> bool| {
            client.execute_many(&command, &lists, scope, is_wanted)
        };
        self.thread.link().call(run).await
    }

    /// Keeps what changes the schema on this connection within limits, from now on.
    pub async fn limit(&self, limits: Limits) -> Result<()> {
        let sql = limits::setting(limits);
        self.execute(Statement::built(&sql, Operation::Ddl), &[], Scope::Alone).await.map(drop)
    }

    /// Starts the transaction of a session.
    pub async fn begin(&self) -> Result<()> {
        let begin = |client: &mut Client, _: &dyn Fn() -> bool| {
            client.begin();
            Ok(())
        };
        self.thread.link().call(begin).await
    }

    /// Sets a savepoint of the session.
    pub async fn savepoint(&self, name: String) -> Result<()> {
        self.thread.link().call(move |client, _| client.savepoint(&name)).await
    }

    /// Goes back to a savepoint of the session.
    pub async fn rollback_to(&self, name: String) -> Result<()> {
        self.thread.link().call(move |client, _| client.rollback_to(&name)).await
    }

    /// Commits the session.
    pub async fn commit(&self) -> Result<()> {
        self.thread.link().call(|client, is_wanted| client.commit(is_wanted)).await
    }

    /// Undoes the session.
    pub async fn rollback(&self) -> Result<()> {
        self.thread.link().call(|client, _| client.rollback()).await
    }
}
