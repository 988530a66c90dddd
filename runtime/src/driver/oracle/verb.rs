//! What the first words of a statement say of it.

use crate::driver::words::{Words, first_word, is_in, options_stay, ours, words};
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};

/// The first words of statements that commit by themselves
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Types-of-SQL-Statements.html>).
const DDL: [&str; 16] = [
    "ADMINISTER",
    "ALTER",
    "ANALYZE",
    "ASSOCIATE",
    "AUDIT",
    "COMMENT",
    "CREATE",
    "DISASSOCIATE",
    "DROP",
    "FLASHBACK",
    "GRANT",
    "NOAUDIT",
    "PURGE",
    "RENAME",
    "REVOKE",
    "TRUNCATE",
];

/// Whether a statement commits by itself.
pub fn is_ddl(statement: Statement<'_>) -> bool {
    match statement.operation {
        Operation::Ddl => true,
        Operation::Select | Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => false,
        Operation::Other => is_in(&DDL, first_word(statement.sql)),
    }
}

/// Whether a statement commits what was before it, also one that then fails. What is about the session or the system does not
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Types-of-SQL-Statements.html>).
pub fn commits(statement: Statement<'_>) -> bool {
    let mut words = words(statement.sql);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    is_ddl(statement) && !(is_in(&["ALTER"], first) && is_in(&["SESSION", "SYSTEM"], second))
}

/// The first words of what runs other statements.
const CALLS: [&str; 3] = ["BEGIN", "CALL", "DECLARE"];

/// Whether a statement runs what may end the transaction
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/static-sql.html>).
pub fn calls(statement: Statement<'_>) -> bool {
    statement.operation == Operation::Other && is_in(&CALLS, first_word(statement.sql))
}

/// Whether a statement that reads may lock what it reads
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SELECT.html>). Words in its literals count too: to
/// commit once too often is no harm.
pub fn locks_rows(sql: &str) -> bool {
    let mut all = words(sql);
    let follow = all.clone().skip(1);
    all.by_ref().zip(follow).any(|(first, second)| is_in(&["FOR"], first) && is_in(&["UPDATE"], second))
}

/// # Errors
/// Of kind `Usage` for a statement that would end a transaction behind the driver's back, or is none.
pub fn refuse_if_ours(statement: Statement<'_>) -> Result<()> {
    let mut rest = words(statement.sql);
    let first = rest.next().unwrap_or_default();
    let is_ours = match first.to_ascii_uppercase().as_str() {
        "COMMIT" => true,
        "ROLLBACK" => !rest.are_of_savepoint(),
        "SET" => rest.next().is_some_and(|word| is_in(&["TRANSACTION"], word)),
        "ALTER" if rest.next().is_some_and(|word| is_in(&["SESSION"], word)) && sets_level(rest) => {
            return Err(options_stay());
        }
        "" if statement.sql.trim().is_empty() => return Err(Error::new(Kind::Usage, "the statement is empty")),
        _ => false,
    };
    if is_ours { Err(ours()) } else { Ok(()) }
}

/// Whether an `ALTER SESSION` says at which level transactions begin
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/ALTER-SESSION.html>).
fn sets_level(mut words: Words<'_>) -> bool {
    words.any(|word| is_in(&["ISOLATION_LEVEL"], word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(sql: &str) -> Statement<'_> {
        Statement::built(sql, Operation::Other)
    }

    #[test]
    fn what_commits_by_itself_is_seen() {
        for sql in ["create table t (a int)", " /* a */ TRUNCATE TABLE t", "Comment on table t is 'x'"] {
            assert!(is_ddl(other(sql)), "{sql}");
        }
        for sql in ["", "UPDATE t SET a = 1", "BEGIN NULL; END;", "-- drop"] {
            assert!(!is_ddl(other(sql)), "{sql}");
        }
        for (sql, expected) in [
            ("DROP TABLE t", true),
            ("alter table t add a int", true),
            ("ALTER SESSION SET DDL_LOCK_TIMEOUT = 5", false),
            ("/* x */ alter system flush shared_pool", false),
            ("UPDATE t SET a = 1", false),
        ] {
            assert_eq!(commits(other(sql)), expected, "{sql}");
        }
    }

    #[test]
    fn what_locks_is_seen() {
        for sql in
            ["SELECT a FROM t FOR UPDATE", "select a from t for /* b */ update of a nowait", "SELECT 'FOR UPDATE'"]
        {
            assert!(locks_rows(sql), "{sql}");
        }
        for sql in
            ["SELECT a FROM t", "SELECT for_update FROM t", "SELECT a FROM t WHERE b = 'FOR' OR update_at = 1", ""]
        {
            assert!(!locks_rows(sql), "{sql}");
        }
    }

    #[test]
    fn transactions_are_ours() {
        for sql in [
            "COMMIT",
            "rollback",
            "ROLLBACK WORK",
            "set transaction read only",
            "/* x */ COMMIT",
            "ALTER SESSION SET ISOLATION_LEVEL = SERIALIZABLE",
            " ",
        ] {
            assert_eq!(refuse_if_ours(other(sql)).unwrap_err().kind(), Kind::Usage, "{sql}");
        }
        for sql in ["ROLLBACK TO SAVEPOINT a", "SET ROLE r", "SELECT 1 FROM DUAL", "COMMENT ON TABLE t IS 'x'"] {
            assert!(refuse_if_ours(other(sql)).is_ok(), "{sql}");
        }
    }
}
