//! How many connections a pool has and how long they live, out of a URL.

use std::time::Duration;

use super::engine::MOST_CONNECTIONS;
use super::url::number;
use crate::error::Result;

const MOST: usize = MOST_CONNECTIONS as usize;

/// How many connections there are and how long they live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PoolOptions {
    /// How many connections are kept.
    pub size: usize,
    /// How many more there may be for a while: closed when they come back.
    pub overflow: usize,
    /// How long a statement waits for a connection.
    pub acquire_timeout: Duration,
    /// How long a connection rests before it is closed.
    pub idle_timeout: Duration,
    /// How old a connection gets: servers and balancers change behind a name.
    pub max_age: Duration,
}

impl Default for PoolOptions {
    fn default() -> Self {
        Self {
            size: 10,
            overflow: 0,
            acquire_timeout: Duration::from_secs(30),
            idle_timeout: Duration::from_secs(10 * 60),
            max_age: Duration::from_secs(30 * 60),
        }
    }
}

impl PoolOptions {
    /// The keys of a URL that are about the pool; all times are milliseconds.
    pub const KEYS: [&str; 5] = ["pool_size", "max_overflow", "acquire_timeout", "idle_timeout", "max_age"];

    /// Takes a setting out of a URL. Says whether the key is one of [`KEYS`](Self::KEYS).
    ///
    /// # Errors
    /// Of kind `Config` if the value does not fit the key.
    pub fn set(&mut self, key: &str, value: &str) -> Result<bool> {
        match key {
            "pool_size" => {
                self.size = number(key, value, 1..=MOST, "a number from 1 to 1000")?;
            }
            "max_overflow" => {
                self.overflow = number(key, value, 0..=MOST, "a number up to 1000")?;
            }
            "acquire_timeout" => self.acquire_timeout = milliseconds(key, value)?,
            "idle_timeout" => self.idle_timeout = milliseconds(key, value)?,
            "max_age" => self.max_age = milliseconds(key, value)?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn milliseconds(key: &str, value: &str) -> Result<Duration> {
    number(key, value, 1..=u64::MAX, "a number of milliseconds").map(Duration::from_millis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_and_mistakes_named() {
        let mut options = PoolOptions::default();
        assert!(options.set("pool_size", "3").unwrap());
        assert!(options.set("max_age", "1000").unwrap());
        assert!(!options.set("mode", "rw").unwrap());
        assert_eq!((options.size, options.max_age), (3, Duration::from_secs(1)));
        let error = options.set("pool_size", "0").unwrap_err();
        assert_eq!(error.to_string(), "`pool_size` in the URL: expected a number from 1 to 1000");
    }
}
