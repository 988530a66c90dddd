//! The setting of a session that keeps a change of the schema within its limits.

use crate::driver::Limits;

/// For the session, in seconds; without it a change of a table that somebody else has is refused at once
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/refrn/DDL_LOCK_TIMEOUT.html>). The lock of a row has no
/// such setting.
pub fn setting(limits: Limits) -> String {
    format!("ALTER SESSION SET DDL_LOCK_TIMEOUT = {}", Limits::seconds(limits.lock).min(MOST))
}

/// The most that the server takes.
const MOST: i32 = 1_000_000;
