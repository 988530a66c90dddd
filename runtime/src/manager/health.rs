//! How a connection is.

use std::time::{Duration, Instant};

use tablewright_schema::Dialect;

use super::DatabaseManager;
use crate::driver::{PoolState, Product};
use crate::error::{Error, Result};

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
    let dialect = manager.settings(&name).ok().map(|settings| settings.dialect());
    let state = up(manager, &name).await.unwrap_or_else(State::Down);
    Health { name, dialect, state }
}

async fn up(manager: &DatabaseManager, name: &str) -> Result<State> {
    let database = manager.get(name).await?;
    let start = Instant::now();
    let version = database.version().await?;
    let latency = start.elapsed();
    Ok(State::Up { version, product: database.product().cloned(), latency, pool: database.pool() })
}
