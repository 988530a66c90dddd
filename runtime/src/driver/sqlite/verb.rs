//! Which statements start or end a transaction, which is the driver's to do.

use crate::driver::Statement;
use crate::driver::words::{refuse_if, words};
use crate::error::Result;

/// Refuses what starts or ends a transaction (<https://www.sqlite.org/lang_transaction.html>).
///
/// # Errors
/// Of kind `Usage`.
pub fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
    refuse_if(statement, words, |mut words| match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
        "BEGIN" | "COMMIT" | "END" => true,
        "ROLLBACK" => !words.are_of_savepoint(),
        _ => false,
    })
}
