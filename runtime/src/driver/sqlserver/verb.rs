//! What the first words of a statement say of how it has to be sent.

use crate::driver::words::{Words, first_word, is_in, refuse_if};
use crate::driver::{Operation, Statement};
use crate::error::Result;

/// What may stand behind `BEGIN` to start a transaction; `BEGIN TRY` and a block do not.
const TRANSACTION: [&str; 3] = ["TRANSACTION", "TRAN", "DISTRIBUTED"];

/// Settings that stay with the connection, on which a statement then begins a transaction by itself: what others write is
/// never committed (<https://learn.microsoft.com/sql/t-sql/statements/set-implicit-transactions-transact-sql>).
const SETTINGS: [&str; 2] = ["ANSI_DEFAULTS", "IMPLICIT_TRANSACTIONS"];

/// Words that statements that change rows start with.
const CHANGES: [&str; 6] = ["DELETE", "EXEC", "INSERT", "MERGE", "UPDATE", "WITH"];

/// # Errors
/// Of kind `Usage` for a statement that would start or end a transaction behind the driver's back.
pub fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
    refuse_if(statement, is_ours)
}

/// Whether the number of rows that a statement changes is wanted.
pub fn counts_rows(statement: Statement<'_>) -> bool {
    match statement.operation {
        Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => true,
        Operation::Select | Operation::Ddl => false,
        Operation::Other => is_in(&CHANGES, first_word(statement.sql)),
    }
}

fn is_ours(mut words: Words<'_>) -> bool {
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let is_transaction = is_in(&TRANSACTION, second);
    match first.to_ascii_uppercase().as_str() {
        "BEGIN" => is_transaction,
        "COMMIT" => true,
        // With a name it goes back to a savepoint.
        "ROLLBACK" => !is_transaction || words.next().is_none(),
        "SET" => (is_in(&SETTINGS, second) || words.any(|word| is_in(&SETTINGS, word))) && words.any(is_on),
        _ => false,
    }
}

fn is_on(word: &str) -> bool {
    is_in(&["ON"], word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_words_tell() {
        for (sql, expected) in [
            ("BEGIN TRANSACTION", true),
            ("begin tran t1", true),
            ("BEGIN TRY SELECT 1 END TRY", false),
            ("COMMIT", true),
            ("ROLLBACK", true),
            ("rollback work", true),
            ("/* x */ BEGIN TRAN", true),
            ("ROLLBACK TRANSACTION", true),
            ("ROLLBACK TRAN here", false),
            ("SAVE TRANSACTION here", false),
            ("SET IMPLICIT_TRANSACTIONS ON", true),
            ("/* x */ set ansi_nulls, ansi_defaults on", true),
            ("SET IMPLICIT_TRANSACTIONS OFF", false),
            ("SET XACT_ABORT ON", false),
            ("SELECT 1", false),
            ("", false),
        ] {
            let refused = refuse_if_ours(Statement::built(sql, Operation::Other)).is_err();
            assert_eq!(refused, expected, "{sql}");
        }
    }

    #[test]
    fn rows_are_counted_where_they_are_changed() {
        let counts = |sql, operation| counts_rows(Statement::built(sql, operation));
        assert!(counts("delete from t", Operation::Other));
        assert!(counts("MERGE INTO t ..", Operation::Upsert));
        assert!(!counts("SET LOCK_TIMEOUT 1", Operation::Other));
        assert!(!counts("CREATE TABLE t (a INT)", Operation::Ddl));
    }
}
