//! A connection as the executor sees it: what it asks of the thread that has it.

use std::sync::{Arc, Weak};

use tokio::sync::oneshot;

use super::attachment::{Attachment, Rows};
use super::options::Options;
use super::row::FirebirdRow;
use crate::driver::command::{Command, Scope, owned};
use crate::driver::thread::{self, Thread};
use crate::driver::{Done, Limits, Operation, Product, Sink, Statement};
use crate::error::Result;
use crate::param::Param;

/// The way to a connection's thread.
pub type Link = thread::Link<Attachment>;

/// A connection to a database.
pub struct FirebirdConnection {
    thread: Thread<Attachment>,
    id: i64,
    product: Product,
    /// How many changes of the schema it knows.
    changes: u64,
}

impl FirebirdConnection {
    /// Connects, on the thread that the connection will live on.
    ///
    /// # Errors
    /// Of kind `Connect`.
    pub async fn open(options: Arc<Options>, changes: u64) -> Result<Self> {
        let open = move || Attachment::open(&options);
        let (thread, (id, product)) = Thread::start("tablewright-firebird", open, Attachment::identity).await?;
        Ok(Self { thread, id, product, changes })
    }

    /// What it leads to.
    pub fn product(&self) -> &Product {
        &self.product
    }

    /// The number the server knows it by.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// How many changes of the schema it knows.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// It made the change of this number. One of a lower number that it has not seen stays unknown to it.
    pub fn made_change(&mut self, number: u64) {
        if self.changes + 1 == number {
            self.changes = number;
        }
    }

    /// The way to its thread, which does not keep it alive.
    pub fn link(&self) -> Weak<Link> {
        self.thread.weak_link()
    }

    /// Waits until what it was asked for has ended.
    pub async fn settle(&self) {
        self.thread.settle().await;
    }

    /// Ends everything and detaches.
    pub async fn close(self) {
        self.thread.close().await;
    }

    /// Asks the server for a sign of life.
    pub async fn ping(&self) -> Result<()> {
        self.thread.link().call(|attachment, _| attachment.ping()).await
    }

    /// Ends whatever another connection of the same user does, and closes it.
    pub async fn stop(&self, id: i64) -> Result<Done> {
        let sql = "DELETE FROM MON$ATTACHMENTS WHERE MON$ATTACHMENT_ID = ?";
        self.execute(Statement::built(sql, Operation::Delete), &[Param::I64(id)], Scope::Alone).await
    }

    /// Runs a statement without rows.
    pub async fn execute(&self, statement: Statement<'_>, params: &[Param<'_>], scope: Scope) -> Result<Done> {
        let command = Command::new(statement, params);
        self.thread.link().call(move |attachment, is_wanted| attachment.execute(&command, scope, is_wanted)).await
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
        self.thread
            .stream(
                move |attachment, outlet| attachment.fetch(&command, scope, outlet),
                Attachment::tidy,
                |rows: Rows| {
                    let mut each = rows.values.iter();
                    each.try_for_each(|values| sink(&mut FirebirdRow { columns: &rows.columns, values }))
                },
            )
            .await
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
        self.thread
            .link()
            .call(move |attachment, is_wanted| attachment.execute_many(&command, &lists, scope, is_wanted))
            .await
    }

    /// Sets how long it waits for locks, and statements run, from now on.
    pub async fn limit(&self, limits: Limits) -> Result<()> {
        self.thread.link().call(move |attachment, _| attachment.limit(limits)).await
    }

    /// Takes the limits back.
    pub async fn lift_limits(&self) -> Result<()> {
        self.thread.link().call(|attachment, _| attachment.lift_limits()).await
    }

    /// Starts the transaction of a session.
    pub async fn begin(&self) -> Result<()> {
        self.thread.link().call(|attachment, _| attachment.begin()).await
    }

    /// Sets a savepoint of the session.
    pub async fn savepoint(&self, sql: String) -> Result<()> {
        self.thread.link().call(move |attachment, _| attachment.savepoint(&sql)).await
    }

    /// Goes back to a savepoint of the session, and forgets it.
    pub async fn rollback_to(&self, name: String) -> Result<()> {
        self.thread.link().call(move |attachment, _| attachment.rollback_to(&name)).await
    }

    /// Commits the session.
    pub async fn commit(&self) -> Result<()> {
        self.thread.link().call(|attachment, is_wanted| attachment.commit(is_wanted)).await
    }

    /// Undoes the session.
    pub async fn rollback(&self) -> Result<()> {
        self.thread.link().call(|attachment, _| attachment.rollback()).await
    }
}

/// Makes a connection give up what keeps others from changing tables. Gives something to wait for, unless it is gone.
pub fn forget(link: &Link) -> Option<oneshot::Receiver<()>> {
    let (done, wait) = oneshot::channel();
    let forget = move |attachment: &mut Attachment| {
        attachment.forget();
        // Whoever asked may have had no more patience.
        done.send(()).ok();
    };
    link.send(forget).ok().map(|()| wait)
}
