//! The link to the server: free, or with a COPY until the server has answered it.
//!
//! A COPY that is dropped in the middle cannot be told where it was: sqlx does not count its answers, and while rows are
//! expected the server does not answer a sign of life (`Sync` is ignored then,
//! <https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-COPY>). So a COPY owns the connection. Whoever
//! waits for it may go away: then it gets no more rows, and whoever needs the connection next brings it to its end.

use std::future::{Future, poll_fn};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, ready};

use sqlx::postgres::PgConnection;
use tokio::sync::mpsc;

use super::error::translate;
use crate::driver::Statement;
use crate::error::{Error, Kind, Result};

/// A COPY: gives the connection back with what the server said.
type Copying = Pin<Box<dyn Future<Output = (PgConnection, sqlx::Result<u64>)> + Send>>;

/// The link: one of the two is there.
pub struct Wire {
    free: Option<PgConnection>,
    copying: Option<Copying>,
}

impl Wire {
    /// Over an open connection.
    pub fn new(connection: PgConnection) -> Self {
        Self { free: Some(connection), copying: None }
    }

    /// The connection, after the end of a COPY that was cut off.
    ///
    /// # Errors
    /// Like [`now`](Self::now).
    pub async fn free(&mut self) -> Result<&mut PgConnection> {
        self.settle().await;
        self.now()
    }

    /// Waits for the end of a COPY that was cut off.
    pub async fn settle(&mut self) {
        if self.copying.is_some() {
            // Nobody asks how it ended.
            poll_fn(|context| self.poll_copying(context)).await;
        }
    }

    /// The connection, [settled](Self::settle).
    ///
    /// # Errors
    /// Of kind `ConnectionLost` if a COPY has taken it along.
    pub fn now(&mut self) -> Result<&mut PgConnection> {
        self.free.as_mut().ok_or_else(lost)
    }

    /// Runs a COPY that sends these chunks, each of which ends with a row, and says how many rows were added.
    ///
    /// # Errors
    /// The first of the chunks, when those before it have been sent and added; those of the server.
    pub async fn copy<C>(&mut self, sql: String, chunks: C, statement: Statement<'_>) -> Result<u64>
    where
        C: Iterator<Item = Result<Vec<u8>>> + Send,
    {
        self.free().await?;
        let connection = self.free.take().ok_or_else(lost)?;
        let (sender, receiver) = mpsc::channel(1);
        self.copying = Some(Box::pin(run(connection, sql, receiver)));
        let mut feeding = pin!(async move {
            for chunk in chunks {
                if sender.send(chunk?).await.is_err() {
                    // The connection broke, which the answer says.
                    break;
                }
            }
            Ok(())
        });
        let mut fed = None;
        let answer = poll_fn(|context| {
            if fed.is_none()
                && let Poll::Ready(result) = feeding.as_mut().poll(context)
            {
                fed = Some(result);
            }
            self.poll_copying(context)
        })
        .await;
        match (fed, answer) {
            (Some(Err(error)), _) => Err(error),
            (_, Some(answer)) => answer.map_err(|error| translate(Some(statement), error)),
            (_, None) => Err(lost()),
        }
    }

    /// The connection, to be closed.
    pub fn into_free(self) -> Option<PgConnection> {
        self.free
    }

    /// What the server said to the COPY, if there is one.
    fn poll_copying(&mut self, context: &mut Context<'_>) -> Poll<Option<sqlx::Result<u64>>> {
        let Some(copying) = &mut self.copying else { return Poll::Ready(None) };
        let (connection, answer) = ready!(copying.as_mut().poll(context));
        (self.free, self.copying) = (Some(connection), None);
        Poll::Ready(Some(answer))
    }
}

#[cold]
fn lost() -> Error {
    Error::new(Kind::ConnectionLost, "the connection was lost with a COPY on it")
}

/// Sends what comes until nothing more does, and reads the answer to its end.
async fn run(
    mut connection: PgConnection,
    sql: String,
    mut chunks: mpsc::Receiver<Vec<u8>>,
) -> (PgConnection, sqlx::Result<u64>) {
    let answer = send(&mut connection, &sql, &mut chunks).await;
    (connection, answer)
}

async fn send(connection: &mut PgConnection, sql: &str, chunks: &mut mpsc::Receiver<Vec<u8>>) -> sqlx::Result<u64> {
    let mut copy = connection.copy_in_raw(sql).await?;
    while let Some(chunk) = chunks.recv().await {
        copy.send(chunk).await?;
    }
    copy.finish().await
}
