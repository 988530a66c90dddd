//! What the pool needs to know of PostgreSQL: how connections are opened, asked, mended and stopped.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use sqlx::ConnectOptions;
use sqlx::postgres::PgConnectOptions;

use super::connection::PostgresConnection;
use super::error::of_opening;
use super::options::Options;
use crate::driver::pool::{Connector, open_to_stop};
use crate::error::Result;

/// How often a task goes on hashing a password before others have their turn: some hundred rounds of it, a tenth of a
/// millisecond.
const TURNS_AT_ONCE: usize = 20;

/// Opens connections.
pub struct PostgresConnector {
    options: PgConnectOptions,
    place: String,
}

impl PostgresConnector {
    /// Opens connections with these options.
    pub fn new(options: &Options) -> Self {
        Self { options: options.connect.clone(), place: options.place() }
    }
}

impl Connector for PostgresConnector {
    type Connection = PostgresConnection;

    /// sqlx sets the session up: UTF-8, and the time zone UTC.
    async fn open(&self) -> Result<PostgresConnection> {
        let connection = at_length(self.options.connect()).await.map_err(|error| of_opening(&self.place, error))?;
        PostgresConnection::new(connection).await
    }

    async fn check(&self, connection: &mut PostgresConnection) -> Result<()> {
        connection.ping().await
    }

    async fn roll_back(&self, connection: &mut PostgresConnection) -> Result<()> {
        connection.batch("ROLLBACK").await.map(drop)
    }

    /// A server that does not look by itself notices when it next writes to a socket that it is closed, which may be after a
    /// statement that waits for a lock took effect. One that looks notices within a second.
    fn is_missed(&self, connection: &PostgresConnection) -> bool {
        connection.is_looked_after
    }

    /// By <https://www.postgresql.org/docs/current/functions-admin.html>.
    async fn abandon(&self, mut connection: PostgresConnection) {
        let Some(mut other) = open_to_stop(self).await else { return };
        if other.stop(connection.process).await {
            // Its answer is that it is gone.
            while connection.ping().await.is_ok() {
                tokio::task::yield_now().await;
            }
        }
        // Nobody waits for its goodbye.
        other.close().await.ok();
    }

    async fn close(&self, connection: PostgresConnection) {
        // A server that is gone has closed it already.
        connection.close().await.ok();
    }
}

/// Polls what yields more often than once for each time that it is woken. To prove that it knows a password a client hashes
/// it 4,096 times, and sqlx yields after every fifth: where a thousand tasks are ready, opening a connection would wait for
/// all of them eight hundred times.
async fn at_length<F: Future>(work: F) -> F::Output {
    let mut work = pin!(work);
    poll_fn(|context| {
        let mut turns = (0..TURNS_AT_ONCE).map(|_| work.as_mut().poll(context));
        turns.find(Poll::is_ready).unwrap_or(Poll::Pending)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn who_yields_often_waits_for_others_seldom() {
        let mut left = 8 * TURNS_AT_ONCE;
        let yields = poll_fn(|context| {
            if left == 0 {
                return Poll::Ready(());
            }
            left -= 1;
            context.waker().wake_by_ref();
            Poll::Pending
        });
        let (mut work, mut polls) = (pin!(at_length(yields)), 0);
        poll_fn(|context| {
            polls += 1;
            work.as_mut().poll(context)
        })
        .await;
        assert_eq!(polls, 9);
    }
}
