//! A connection as the executor sees it: a thread of its own, to which work is sent and from which answers come.
//!
//! Work runs in the order in which it was sent. A caller that goes away leaves its work to be skipped, or undone where
//! it runs already, and whatever is sent later finds the connection as it should be.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Weak};

use tokio::sync::{mpsc as parts, oneshot};

use super::attachment::{Attachment, IsWanted, Part, Scope};
use super::error;
use super::options::Options;
use super::row::FirebirdRow;
use super::statement::Command;
use crate::driver::{Done, Limits, Operation, Sink, Statement};
use crate::error::{Error, Kind, Result};
use crate::param::Param;

/// Parts of a result that may wait for the caller; the thread does not run further ahead.
const AHEAD: usize = 2;

type Job = Box<dyn FnOnce(&mut Attachment) + Send>;

/// A connection to a database.
pub struct FirebirdConnection {
    link: Arc<Link>,
    id: i64,
    /// How many changes of the schema it has seen from the start.
    opened_after: u64,
    /// Answers when the thread has ended.
    ended: oneshot::Receiver<()>,
}

/// The way to a connection's thread.
pub struct Link {
    jobs: mpsc::Sender<Job>,
}

impl FirebirdConnection {
    /// Connects, on the thread that the connection will live on.
    ///
    /// # Errors
    /// Of kind `Connect`.
    pub async fn open(options: Arc<Options>, opened_after: u64) -> Result<Self> {
        let (jobs, queue) = mpsc::channel();
        let (opened, wait) = oneshot::channel();
        let thread = std::thread::Builder::new().name("tablewright-firebird".to_owned());
        let (alive, ended) = oneshot::channel();
        let main = move || {
            match Attachment::open(&options) {
                Ok(attachment) => match opened.send(Ok(attachment.id())) {
                    Ok(()) => serve(attachment, &queue),
                    Err(_) => attachment.close(),
                },
                // If nobody waits any more, nobody misses it.
                Err(error) => drop(opened.send(Err(error))),
            }
            drop::<oneshot::Sender<()>>(alive);
        };
        thread.spawn(main).map_err(|error| {
            Error::new(Kind::Connect, "the system has no thread for another connection").with_source(error)
        })?;
        let id = wait.await.map_err(|_| error::lost())??;
        Ok(Self { link: Arc::new(Link { jobs }), id, opened_after, ended })
    }

    /// The number the server knows it by.
    pub fn id(&self) -> i64 {
        self.id
    }

    /// How many changes of the schema it has seen from the start.
    pub fn opened_after(&self) -> u64 {
        self.opened_after
    }

    /// The way to its thread, which does not keep it alive.
    pub fn link(&self) -> Weak<Link> {
        Arc::downgrade(&self.link)
    }

    /// Waits until what it was asked for has ended.
    pub async fn settle(&self) {
        // A connection that is gone does nothing more.
        self.link.call(|_, _| Ok(())).await.ok();
    }

    /// Ends everything and detaches.
    pub async fn close(self) {
        // Without a way to it the thread ends, and with it what would answer.
        drop(self.link);
        self.ended.await.ok();
    }

    /// Asks the server for a sign of life.
    pub async fn ping(&self) -> Result<()> {
        self.link.call(|attachment, _| attachment.ping()).await
    }

    /// Ends whatever another connection of the same user does, and closes it.
    pub async fn stop(&self, id: i64) -> Result<Done> {
        let sql = "DELETE FROM MON$ATTACHMENTS WHERE MON$ATTACHMENT_ID = ?";
        self.execute(Statement::built(sql, Operation::Delete), &[Param::I64(id)], Scope::Alone).await
    }

    /// Runs a statement without rows.
    pub async fn execute(&self, statement: Statement<'_>, params: &[Param<'_>], scope: Scope) -> Result<Done> {
        let command = Command::new(statement, params);
        self.link.call(move |attachment, is_wanted| attachment.execute(&command, scope, is_wanted)).await
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
        let (sender, mut parts) = parts::channel(AHEAD);
        let is_enough = Arc::new(AtomicBool::new(false));
        let enough = Arc::clone(&is_enough);
        self.link.send(move |attachment| {
            // Nobody waits for it: as if it had never been asked for.
            if sender.is_closed() {
                return;
            }
            let rows = attachment.fetch(&command, scope, &sender, &enough);
            // If nobody listens, nobody misses it.
            sender.blocking_send(Part::End(rows)).ok();
            attachment.tidy();
        })?;
        loop {
            let (rows, is_last) = match parts.recv().await {
                Some(Part::Rows(rows)) => (rows, false),
                Some(Part::End(rows)) => (rows?, true),
                None => return Err(error::lost()),
            };
            let mut each = rows.values.iter();
            let taken = each.try_for_each(|values| sink(&mut FirebirdRow { columns: &rows.columns, values }));
            if is_last {
                return taken;
            }
            if taken.is_err() {
                // The rest is not wanted; what was done is.
                is_enough.store(true, Ordering::Release);
                drop(parts);
                self.settle().await;
                return taken;
            }
        }
    }

    /// Runs a statement once for each list of parameters, all or none of them.
    pub async fn execute_many(
        &self,
        statement: Statement<'_>,
        params: &[Vec<Param<'_>>],
        scope: Scope,
    ) -> Result<Done> {
        let command = Command::new(statement, &[]);
        let lists: Vec<Vec<_>> =
            params.iter().map(|params| params.iter().cloned().map(Param::into_owned).collect()).collect();
        self.link.call(move |attachment, is_wanted| attachment.execute_many(&command, &lists, scope, is_wanted)).await
    }

    /// Sets how long it waits for locks, and statements run, from now on.
    pub async fn limit(&self, limits: Limits) -> Result<()> {
        self.link.call(move |attachment, _| attachment.limit(limits)).await
    }

    /// Starts the transaction of a session.
    pub async fn begin(&self) -> Result<()> {
        self.link.call(|attachment, _| attachment.begin()).await
    }

    /// Sets a savepoint of the session.
    pub async fn savepoint(&self, sql: String) -> Result<()> {
        self.link.call(move |attachment, _| attachment.savepoint(&sql)).await
    }

    /// Goes back to a savepoint of the session, and forgets it.
    pub async fn rollback_to(&self, name: String) -> Result<()> {
        self.link.call(move |attachment, _| attachment.rollback_to(&name)).await
    }

    /// Commits the session.
    pub async fn commit(&self) -> Result<()> {
        self.link.call(|attachment, is_wanted| attachment.commit(is_wanted)).await
    }

    /// Undoes the session.
    pub async fn rollback(&self) -> Result<()> {
        self.link.call(|attachment, _| attachment.rollback()).await
    }
}

impl Link {
    /// Makes it give up what keeps others from changing tables. Gives something to wait for, unless it is gone.
    pub fn forget(&self) -> Option<oneshot::Receiver<()>> {
        let (done, wait) = oneshot::channel();
        let forget = move |attachment: &mut Attachment| {
            attachment.forget();
            // Whoever asked may have had no more patience.
            done.send(()).ok();
        };
        self.send(forget).ok().map(|()| wait)
    }

    /// Runs something on the thread, and waits for the answer.
    async fn call<T: Send + 'static>(
        &self,
        run: impl FnOnce(&mut Attachment, IsWanted<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, wait) = oneshot::channel();
        self.send(move |attachment| {
            // Nobody waits for it: as if it had never been asked for.
            if answer.is_closed() {
                return;
            }
            let result = run(attachment, &|| !answer.is_closed());
            // If the caller went away meanwhile, it was undone.
            answer.send(result).ok();
        })?;
        wait.await.map_err(|_| error::lost())?
    }

    fn send(&self, job: impl FnOnce(&mut Attachment) + Send + 'static) -> Result<()> {
        self.jobs.send(Box::new(job)).map_err(|_| error::lost())
    }
}

/// Does what is sent until nobody can send any more.
fn serve(mut attachment: Attachment, queue: &mpsc::Receiver<Job>) {
    while !attachment.is_broken() {
        let job = match attachment.patience() {
            None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => queue.recv_timeout(patience),
        };
        match job {
            Ok(job) => job(&mut attachment),
            Err(RecvTimeoutError::Timeout) => attachment.rest(),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    attachment.close();
}
