//! How connections come to threads of their own: no more are being opened at once than there may be.

use std::sync::Arc;

use tokio::sync::Semaphore;

use super::connection::{BlockingClient, ThreadConnection};
use super::lost;
use crate::driver::pool::PoolOptions;
use crate::error::Result;

/// Permits to open connections.
///
/// A client that blocks waits for a silent server as long as that is silent, and cannot be told to stop: whoever waits with it
/// goes away, its thread and its socket do not. So that there are not more and more of these, each has a permit until it ends.
pub struct Openings {
    thread: &'static str,
    permits: Arc<Semaphore>,
}

impl Openings {
    /// As many permits as there may be connections, which live on threads of this name.
    pub fn new(thread: &'static str, options: &PoolOptions) -> Self {
        Self { thread, permits: Arc::new(Semaphore::new(options.size.saturating_add(options.overflow))) }
    }

    /// Opens a connection, when there is a permit for it.
    ///
    /// # Errors
    /// Whatever `open` says.
    pub async fn open<C: BlockingClient>(
        &self,
        open: impl FnOnce() -> Result<C> + Send + 'static,
        identity: impl FnOnce(&C) -> C::Identity + Send + 'static,
    ) -> Result<ThreadConnection<C>> {
        // The semaphore is never closed.
        let permit = Arc::clone(&self.permits).acquire_owned().await.map_err(|_| lost())?;
        let open = move || {
            let _permit = permit;
            open()
        };
        ThreadConnection::open(self.thread, open, identity).await
    }
}
