//! Which statements start or end a transaction, or say how others begin, which is the driver's to do.

use crate::driver::words::{self, Words, is_in, options_stay, refuse_if};
use crate::driver::{Operation, Statement};
use crate::error::Result;

/// What transactions begin with, unless they say something else
/// (<https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-DEFAULT-TRANSACTION-ISOLATION>).
const SETTINGS: [&str; 3] =
    ["DEFAULT_TRANSACTION_ISOLATION", "DEFAULT_TRANSACTION_READ_ONLY", "DEFAULT_TRANSACTION_DEFERRABLE"];

/// Refuses what starts or ends a transaction, and what says for all transactions of a connection how they begin. A transaction
/// that was prepared for a second phase is ended outside of any.
///
/// # Errors
/// Of kind `Usage`.
pub fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
    refuse_if(statement, words, |mut words| match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
        "ABORT" | "BEGIN" | "END" | "START" => true,
        "COMMIT" => !words.next().is_some_and(|word| is_in(&["PREPARED"], word)),
        "ROLLBACK" => !words.clone().are_of_savepoint() && !words.next().is_some_and(|word| is_in(&["PREPARED"], word)),
        "PREPARE" => words.next().is_some_and(|word| is_in(&["TRANSACTION"], word)),
        _ => false,
    })?;
    let is_by_hand = statement.operation == Operation::Other;
    if is_by_hand && sets_options(words(statement.sql)) { Err(options_stay()) } else { Ok(()) }
}

/// Whether a statement is a `SET` for all transactions of its connection
/// (<https://www.postgresql.org/docs/current/sql-set-transaction.html>).
fn sets_options(mut words: Words<'_>) -> bool {
    let mut next = || words.next().unwrap_or_default();
    let (first, mut setting) = (next(), next());
    if !is_in(&["SET"], first) {
        return false;
    }
    if is_in(&["SESSION"], setting) {
        setting = next();
        if is_in(&["CHARACTERISTICS"], setting) {
            return true;
        }
    }
    is_in(&SETTINGS, setting)
}

fn words(sql: &str) -> Words<'_> {
    words::words(sql).with_nested_comments()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transactions_are_ours() {
        let refused = |sql| refuse_if_ours(Statement::built(sql, Operation::Other)).is_err();
        for sql in ["BEGIN", "/* x */ begin", "START TRANSACTION", "COMMIT", "end", "-- x\nROLLBACK", "ABORT WORK"] {
            assert!(refused(sql), "{sql}");
        }
        for sql in ["ROLLBACK AND CHAIN", "PREPARE TRANSACTION 'a'", "/* off: /* old */ see below */ BEGIN"] {
            assert!(refused(sql), "{sql}");
        }
        for sql in
            ["ROLLBACK TO a", "ROLLBACK PREPARED 'a'", "COMMIT PREPARED 'a'", "PREPARE a AS SELECT 1", "SELECT 1"]
        {
            assert!(!refused(sql), "{sql}");
        }
        for sql in [
            "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
            "set default_transaction_read_only = on",
            "/* x */ SET SESSION default_transaction_isolation TO 'serializable'",
        ] {
            assert!(refused(sql), "{sql}");
        }
        for sql in ["SET LOCAL default_transaction_read_only = on", "SET TRANSACTION READ ONLY", "SET search_path = a"]
        {
            assert!(!refused(sql), "{sql}");
        }
    }
}
