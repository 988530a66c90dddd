//! How long the statements of a migration may wait and run, as its file says.

use core::time::Duration;

use serde_json::{Map, Value};

use crate::json::{Node, Read};

/// The keys, in milliseconds.
const KEYS: [&str; 2] = ["lock_ms", "statement_ms"];
/// The most milliseconds that every engine counts.
const MOST: i64 = i32::MAX as i64;

/// How long the statements of a migration may wait and run; what is absent is for the runner to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Timeout {
    /// How long a statement waits for the lock of a table or a row.
    pub lock: Option<Duration>,
    /// How long a statement runs.
    pub statement: Option<Duration>,
}

impl Timeout {
    pub(super) fn read(node: &Node<'_>) -> Read<Self> {
        let object = node.object(&KEYS)?;
        let [lock, statement] = KEYS.map(|key| object.get(key).map(|node| milliseconds(&node)).transpose());
        let timeout = Self { lock: lock?, statement: statement? };
        if timeout == Self::default() {
            return Err(node.fault(format!("expected `{}`, `{}`, or both", KEYS[0], KEYS[1])));
        }
        Ok(timeout)
    }

    pub(super) fn to_json(self) -> Value {
        let limits = KEYS.into_iter().zip([self.lock, self.statement]);
        let milliseconds = |limit: Duration| u64::try_from(limit.as_millis()).unwrap_or(u64::MAX);
        let said = limits.filter_map(|(key, limit)| Some((key.to_owned(), milliseconds(limit?).into())));
        Value::Object(Map::from_iter(said))
    }
}

fn milliseconds(node: &Node<'_>) -> Read<Duration> {
    let number = node.integer()?;
    let limit = u64::try_from(number).ok().filter(|_| (1..=MOST).contains(&number));
    limit.map(Duration::from_millis).ok_or_else(|| node.fault(format!("expected milliseconds, from 1 to {MOST}")))
}
