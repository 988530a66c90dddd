//! Which statements start or end a transaction, which is the driver's to do.

use crate::driver::Statement;
use crate::driver::words::{is_in, refuse_if};
use crate::error::Result;

/// Refuses what starts or ends a transaction. A transaction that was prepared for a second phase is ended outside of any.
///
/// # Errors
/// Of kind `Usage`.
pub fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
    refuse_if(statement, |mut words| match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
        "ABORT" | "BEGIN" | "END" | "START" => true,
        "COMMIT" => !words.next().is_some_and(|word| is_in(&["PREPARED"], word)),
        "ROLLBACK" => !words.clone().are_of_savepoint() && !words.next().is_some_and(|word| is_in(&["PREPARED"], word)),
        "PREPARE" => words.next().is_some_and(|word| is_in(&["TRANSACTION"], word)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::driver::Operation;

    #[test]
    fn transactions_are_ours() {
        let refused = |sql| refuse_if_ours(Statement::built(sql, Operation::Other)).is_err();
        for sql in ["BEGIN", "/* x */ begin", "START TRANSACTION", "COMMIT", "end", "-- x\nROLLBACK", "ABORT WORK"] {
            assert!(refused(sql), "{sql}");
        }
        for sql in ["ROLLBACK AND CHAIN", "PREPARE TRANSACTION 'a'"] {
            assert!(refused(sql), "{sql}");
        }
        for sql in
            ["ROLLBACK TO a", "ROLLBACK PREPARED 'a'", "COMMIT PREPARED 'a'", "PREPARE a AS SELECT 1", "SELECT 1"]
        {
            assert!(!refused(sql), "{sql}");
        }
    }
}
