//! What the first words of a statement say of how it has to be sent.

use crate::driver::words::{self, Words, is_in, options_stay, refuse_if};
use crate::driver::{Operation, Statement};
use crate::error::Result;

/// What may stand behind `BEGIN` to start a transaction; `BEGIN TRY` and a block do not.
const TRANSACTION: [&str; 3] = ["TRANSACTION", "TRAN", "DISTRIBUTED"];

/// Settings that stay with the connection, on which a statement then begins a transaction by itself: what others write is
/// never committed (<https://learn.microsoft.com/sql/t-sql/statements/set-implicit-transactions-transact-sql>).
const SETTINGS: [&str; 2] = ["ANSI_DEFAULTS", "IMPLICIT_TRANSACTIONS"];

/// Words that statements that change rows start with.
const CHANGES: [&str; 6] = ["DELETE", "EXEC", "INSERT", "MERGE", "UPDATE", "WITH"];

/// Words without which a batch begins or ends no transaction: those that do, that run what is written elsewhere, or that have a
/// statement begin one. In a literal they count too: to ask once too often is no harm.
const ENDS_OR_BEGINS: [&str; 8] =
    ["ANSI_DEFAULTS", "BEGIN", "COMMIT", "EXEC", "EXECUTE", "IMPLICIT_TRANSACTIONS", "ROLLBACK", "TRAN"];
/// The first words of what is no call of a procedure, which needs no word before its name where it comes first
/// (<https://learn.microsoft.com/sql/t-sql/language-elements/execute-transact-sql>).
const NO_PROCEDURES: [&str; 14] = [
    "ALTER", "CREATE", "DECLARE", "DELETE", "DROP", "GRANT", "IF", "INSERT", "MERGE", "SELECT", "SET", "TRUNCATE",
    "UPDATE", "WITH",
];

/// # Errors
/// Of kind `Usage` for a statement that would start or end a transaction behind the driver's back, or say how others begin.
pub fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
    refuse_if(statement, words, is_ours)?;
    let is_by_hand = statement.operation == Operation::Other;
    if is_by_hand && sets_options(words(statement.sql)) { Err(options_stay()) } else { Ok(()) }
}

/// Whether a statement may begin a transaction, or end the one that it is in.
pub fn may_end_or_begin(statement: Statement<'_>) -> bool {
    let is_by_hand = match statement.operation {
        Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => false,
        Operation::Select | Operation::Ddl | Operation::Other => statement.table.is_none(),
    };
    let mut words = words(statement.sql);
    is_by_hand
        && (words.clone().next().is_some_and(|first| !is_in(&NO_PROCEDURES, first))
            || words.any(|word| is_in(&ENDS_OR_BEGINS, word)))
}

/// Whether a statement sets the level of all transactions of its connection
/// (<https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql>).
fn sets_options(mut words: Words<'_>) -> bool {
    ["SET", "TRANSACTION"].iter().all(|word| words.next().is_some_and(|next| is_in(&[word], next)))
}

/// Whether the number of rows that a statement changes is wanted.
pub fn counts_rows(statement: Statement<'_>) -> bool {
    match statement.operation {
        Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => true,
        Operation::Select | Operation::Ddl => false,
        Operation::Other => words(statement.sql).next().is_some_and(|first| is_in(&CHANGES, first)),
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

fn words(sql: &str) -> Words<'_> {
    words::words(sql).with_nested_comments()
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
            ("/* off: /* old */ see below */ BEGIN TRAN", true),
            ("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE", true),
            ("CREATE PROCEDURE p AS SET TRANSACTION ISOLATION LEVEL SNAPSHOT", false),
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
    fn what_may_end_or_begin_a_transaction_is_seen() {
        for (sql, expected) in [
            ("EXEC p 1", true),
            ("/* x */ dbo.p", true),
            ("[p] 1", true),
            ("INSERT INTO t EXECUTE p", true),
            ("SELECT 1; begin tran", true),
            ("BEGIN TRY BEGIN TRAN; INSERT INTO t VALUES (1); END TRY BEGIN CATCH END CATCH", true),
            ("IF 1 = 1 SET IMPLICIT_TRANSACTIONS ON", true),
            ("SELECT * FROM t", false),
            ("update t set a = 1", false),
            ("CREATE TABLE t (a INT)", false),
            ("SET LOCK_TIMEOUT 1", false),
            ("", false),
        ] {
            for operation in [Operation::Select, Operation::Ddl, Operation::Other] {
                assert_eq!(may_end_or_begin(Statement::built(sql, operation)), expected, "{sql}");
            }
            assert!(!may_end_or_begin(Statement::built(sql, Operation::Insert)), "{sql}");
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
