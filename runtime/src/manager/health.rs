//! How a connection is.

use std::time::{Duration, Instant};

use tablewright_schema::Dialect;

use super::DatabaseManager;
use crate::driver::{PoolState, Product};
use crate::error::{Error, Kind, Result};

/// How long a database has to answer that has no `timeout` of its own.
const ANSWERS_WITHIN: Duration = Duration::from_secs(10);

/// How a named connection is.
#[derive(Debug)]
#[non_exhaustive]
pub struct Health {
    /// The connection's name.
    pub name: String,
    /// The dialect it speaks.
    pub dialect: Option<Dialect>,
    /// Whether it answers.
    pub state: State,
}

/// Whether a database answers.
#[derive(Debug)]
#[non_exhaustive]
pub enum State {
    /// It does.
    Up {
        /// What it says of itself.
        version: String,
        /// Which product it is, where the driver knows.
        product: Option<Product>,
        /// How long that took, once connected.
        latency: Duration,
        /// Its connections, where the driver counts them.
        pool: Option<PoolState>,
    },
    /// It does not.
    Down(Error),
}

impl Health {
    /// Whether it answers.
    pub fn is_up(&self) -> bool {
        matches!(self.state, State::Up { .. })
    }
}

pub(super) async fn of(manager: &DatabaseManager, name: String) -> Health {
    let settings = manager.settings(&name).ok();
    let dialect = settings.as_ref().map(|settings| settings.dialect());
    let within = settings.and_then(|settings| settings.timeout).unwrap_or(ANSWERS_WITHIN);
    let state = tokio::time::timeout(within, up(manager, &name)).await.unwrap_or_else(|_| Err(silent(&name, within)));
    Health { name, dialect, state: state.unwrap_or_else(State::Down) }
}

#[cold]
fn silent(name: &str, within: Duration) -> Error {
    Error::new(Kind::Timeout, format!("connection `{name}`: no answer within {} ms", within.as_millis()))
}

async fn up(manager: &DatabaseManager, name: &str) -> Result<State> {
    let database = manager.get(name).await?;
    let start = Instant::now();
    let version = database.version().await?;
    let latency = start.elapsed();
    Ok(State::Up { version, product: database.product().cloned(), latency, pool: database.pool() })
}
