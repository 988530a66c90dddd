//! A connection whose client blocks, on a thread of its own, to which work is sent and from which answers come.
//!
//! Work runs in the order in which it was sent. A caller that goes away leaves its work to be skipped, or undone where
//! it runs already, and whatever is sent later finds the connection as it should be.

mod connection;
mod gathered;
mod openings;
mod session;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::sync::{mpsc as parts, oneshot};

pub use self::connection::{BlockingClient, ThreadConnection};
pub use self::gathered::Gathered;
#[cfg(feature = "oracle")]
pub use self::gathered::ROWS;
pub use self::openings::Openings;
pub use self::session::{ThreadSession, execute_many};
use crate::error::{Error, Kind, Result};

/// Parts of a result that may wait for the caller; the thread does not run further ahead.
const AHEAD: usize = 2;

type Job<R> = Box<dyn FnOnce(&mut R) + Send>;

/// Whether somebody still waits for the answer.
pub type IsWanted<'a> = &'a dyn Fn() -> bool;

/// What lives on the thread.
pub trait Resident: 'static {
    /// Whether nothing more can be done with it.
    fn is_broken(&self) -> bool;

    /// How long it may be left alone before [`rest`](Self::rest) is called for; for ever if `None`.
    fn patience(&self) -> Option<Duration> {
        None
    }

    /// Gives up what is in the way of others while nothing is asked for.
    fn rest(&mut self) {}

    /// Ends everything.
    fn close(self);
}

/// A thread and the way to it. Dropped, the thread ends as soon as it has done what was sent.
pub struct Thread<R> {
    link: Arc<Link<R>>,
    /// Answers when the thread has ended.
    ended: oneshot::Receiver<()>,
}

/// The way to a thread.
pub struct Link<R> {
    jobs: mpsc::Sender<Job<R>>,
}

/// Where the parts of a result go, one after the other.
pub struct Outlet<T> {
    parts: parts::Sender<Part<T>>,
    is_enough: Arc<AtomicBool>,
}

enum Part<T> {
    /// More will follow.
    Some(T),
    /// The last one, or why there is none.
    End(Result<T>),
}

impl<R: Resident> Thread<R> {
    /// Starts a thread, and makes on it what lives there. `tell` picks what the caller wants to know of it.
    ///
    /// # Errors
    /// Whatever `open` says.
    pub async fn start<T: Send + 'static>(
        name: &str,
        open: impl FnOnce() -> Result<R> + Send + 'static,
        tell: impl FnOnce(&R) -> T + Send + 'static,
    ) -> Result<(Self, T)> {
        let (jobs, queue) = mpsc::channel();
        let (opened, wait) = oneshot::channel();
        let (alive, ended) = oneshot::channel();
        let main = move || {
            match open() {
                Ok(resident) => match opened.send(Ok(tell(&resident))) {
                    Ok(()) => serve(resident, &queue),
                    Err(_) => resident.close(),
                },
                // If nobody waits any more, nobody misses it.
                Err(error) => drop(opened.send(Err(error))),
            }
            drop::<oneshot::Sender<()>>(alive);
        };
        std::thread::Builder::new().name(name.to_owned()).spawn(main).map_err(|error| {
            Error::new(Kind::Connect, "the system has no thread for another connection").with_source(error)
        })?;
        let told = wait.await.map_err(|_| lost())??;
        Ok((Self { link: Arc::new(Link { jobs }), ended }, told))
    }

    /// The way to it.
    pub fn link(&self) -> &Link<R> {
        &self.link
    }

    /// The way to it, which does not keep it alive.
    #[allow(dead_code, reason = "not every driver has something to tell all connections")]
    pub fn weak_link(&self) -> Weak<Link<R>> {
        Arc::downgrade(&self.link)
    }

    /// Waits until what it was asked for has ended.
    pub async fn settle(&self) {
        // A connection that is gone does nothing more.
        self.link.call(|_, _| Ok(())).await.ok();
    }

    /// Ends everything, and waits for it.
    pub async fn close(self) {
        // Without a way to it the thread ends, and with it what would answer.
        drop(self.link);
        self.ended.await.ok();
    }

    /// Runs something on the thread that gives its result in parts, and takes them. An error of `take` is returned after
    /// the rest was dropped.
    pub async fn stream<T: Send + 'static>(
        &self,
        produce: impl FnOnce(&mut R, &Outlet<T>) -> Result<T> + Send + 'static,
        tidy: impl FnOnce(&mut R) + Send + 'static,
        mut take: impl FnMut(T) -> Result<()>,
    ) -> Result<()> {
        let (sender, mut parts) = parts::channel(AHEAD);
        let is_enough = Arc::new(AtomicBool::new(false));
        let outlet = Outlet { parts: sender, is_enough: Arc::clone(&is_enough) };
        self.link.send(move |resident| {
            // Nobody waits for it: as if it had never been asked for.
            if outlet.parts.is_closed() {
                return;
            }
            let last = produce(resident, &outlet);
            // If nobody listens, nobody misses it.
            outlet.parts.blocking_send(Part::End(last)).ok();
            tidy(resident);
        })?;
        loop {
            let (part, is_last) = match parts.recv().await {
                Some(Part::Some(part)) => (part, false),
                Some(Part::End(part)) => (part?, true),
                None => return Err(lost()),
            };
            let taken = take(part);
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
}

impl<R: Resident> Link<R> {
    /// Runs something on the thread, and waits for the answer.
    pub async fn call<T: Send + 'static>(
        &self,
        run: impl FnOnce(&mut R, IsWanted<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.call_then(run, |_| ()).await
    }

    /// The same, with what is done after the answer, for which the caller need not wait.
    pub async fn call_then<T: Send + 'static>(
        &self,
        run: impl FnOnce(&mut R, IsWanted<'_>) -> Result<T> + Send + 'static,
        tidy: impl FnOnce(&mut R) + Send + 'static,
    ) -> Result<T> {
        let (answer, wait) = oneshot::channel();
        self.send(move |resident| {
            // Nobody waits for it: as if it had never been asked for.
            if answer.is_closed() {
                return;
            }
            let result = run(resident, &|| !answer.is_closed());
            // If the caller went away meanwhile, it was undone.
            answer.send(result).ok();
            tidy(resident);
        })?;
        wait.await.map_err(|_| lost())?
    }

    /// Has the thread do something.
    ///
    /// # Errors
    /// Of kind `ConnectionLost` if it is gone.
    pub fn send(&self, job: impl FnOnce(&mut R) + Send + 'static) -> Result<()> {
        self.jobs.send(Box::new(job)).map_err(|_| lost())
    }
}

impl<T> Outlet<T> {
    /// Sends a part; false if nobody takes it.
    pub fn send(&self, part: T) -> bool {
        self.parts.blocking_send(Part::Some(part)).is_ok()
    }

    /// Whether the caller is there, or said that it has enough.
    pub fn is_wanted(&self) -> bool {
        !self.parts.is_closed() || self.is_enough.load(Ordering::Acquire)
    }
}

/// Does what is sent until nobody can send any more.
fn serve<R: Resident>(mut resident: R, queue: &mpsc::Receiver<Job<R>>) {
    while !resident.is_broken() {
        let job = match resident.patience() {
            None => queue.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(patience) => queue.recv_timeout(patience),
        };
        match job {
            Ok(job) => job(&mut resident),
            Err(RecvTimeoutError::Timeout) => resident.rest(),
            Err(RecvTimeoutError::Disconnected) => break,
        }
    }
    resident.close();
}

/// The error of a connection that is gone.
#[cold]
pub fn lost() -> Error {
    Error::new(Kind::ConnectionLost, "the connection broke")
}
