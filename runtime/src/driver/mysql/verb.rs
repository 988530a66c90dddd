//! What the first word of a statement does to the transaction it is in.

use crate::driver::words::{self, Words, is_in, ours};
use crate::driver::{Operation, Statement};
use crate::error::Result;

/// What a statement does to its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Nothing.
    Plain,
    /// Commits it first (<https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html>).
    Commits,
    /// Starts or ends one, or says when that happens, which is the driver's to do.
    Transaction,
}

/// Words that make everything before them permanent.
const COMMITS: [&str; 15] = [
    "ALTER", "ANALYZE", "CHECK", "CREATE", "DROP", "FLUSH", "GRANT", "INSTALL", "LOCK", "OPTIMIZE", "RENAME", "REPAIR",
    "REVOKE", "TRUNCATE", "UNLOCK",
];
const TRANSACTION: [&str; 5] = ["BEGIN", "COMMIT", "ROLLBACK", "START", "XA"];
/// What stays with the connection, so that what others write on it is never committed, or in another's transaction
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_autocommit>).
const SETTINGS: [&str; 2] = ["AUTOCOMMIT", "COMPLETION_TYPE"];

impl Verb {
    /// What a statement does.
    pub fn of(statement: Statement<'_>) -> Self {
        match statement.operation {
            Operation::Select | Operation::Insert | Operation::Upsert | Operation::Update | Operation::Delete => {
                Self::Plain
            }
            Operation::Ddl | Operation::Other => Self::of_text(statement.sql),
        }
    }

    fn of_text(sql: &str) -> Self {
        let mut rest = words(sql);
        let first = rest.next().unwrap_or_default();
        if is_in(&TRANSACTION, first) {
            // A rollback to a savepoint undoes a part, which is nothing to us.
            let is_plain = is_in(&["ROLLBACK"], first) && rest.are_of_savepoint();
            return if is_plain { Self::Plain } else { Self::Transaction };
        }
        if is_in(&["SET"], first) {
            // `SET TRANSACTION` would be for the next one on the connection, whosesoever that is.
            let is_ours = is_in(&["TRANSACTION"], rest.clone().next().unwrap_or_default());
            return if is_ours || sets_transactions(sql, rest) { Self::Transaction } else { Self::Plain };
        }
        let second = rest.next().unwrap_or_default();
        if is_in(&COMMITS, first) && !is_in(&["TEMPORARY"], second) { Self::Commits } else { Self::Plain }
    }

    /// # Errors
    /// Of kind `Usage` for a statement that would start or end a transaction behind the driver's back.
    pub fn refuse_if_ours(self) -> Result<()> {
        match self {
            Self::Plain | Self::Commits => Ok(()),
            Self::Transaction => Err(ours()),
        }
    }
}

/// Whether one of the assignments behind `SET` is to a setting that says when transactions begin and end. One `@` before
/// the name is that of a variable.
fn sets_transactions(sql: &str, mut rest: Words<'_>) -> bool {
    while let Some(word) = rest.next() {
        let before = &sql[..word.as_ptr() as usize - sql.as_ptr() as usize];
        let is_variable = before.ends_with('@') && !before.ends_with("@@");
        if is_in(&SETTINGS, word) && !is_variable && rest.clone().are_assigned() {
            return true;
        }
    }
    false
}

/// Words that make something else of a table that is there.
const CHANGES: [&str; 3] = ["ALTER", "DROP", "RENAME"];

/// Whether a statement changes a table that is there, or a view: `CREATE OR REPLACE` does too.
pub fn changes_tables(statement: Statement<'_>) -> bool {
    if Verb::of(statement) != Verb::Commits {
        return false;
    }
    let mut words = words(statement.sql);
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    is_in(&CHANGES, first) || (is_in(&["CREATE"], first) && is_in(&["OR"], second))
}

fn words(sql: &str) -> Words<'_> {
    words::words(sql).with_code_in_comments()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_tells() {
        for (sql, verb) in [
            ("SELECT 1", Verb::Plain),
            ("  create table t (a int)", Verb::Commits),
            ("CREATE TEMPORARY TABLE t (a int)", Verb::Plain),
            ("drop table t", Verb::Commits),
            ("ROLLBACK TO SAVEPOINT a", Verb::Plain),
            ("rollback", Verb::Transaction),
            ("START TRANSACTION", Verb::Transaction),
            ("SAVEPOINT begin", Verb::Plain),
            ("/* x */ BEGIN", Verb::Transaction),
            ("-- x\n# y\nCOMMIT", Verb::Transaction),
            ("/*!50001 ROLLBACK */", Verb::Transaction),
            ("rollback work to a", Verb::Plain),
            ("/* x */ ALTER TABLE t ADD a int", Verb::Commits),
            ("SET TRANSACTION READ ONLY", Verb::Transaction),
            ("SET SESSION TRANSACTION READ ONLY", Verb::Plain),
            ("SET autocommit = 0", Verb::Transaction),
            ("/* x */ set @@session.AUTOCOMMIT=0", Verb::Transaction),
            ("SET SESSION autocommit := off", Verb::Transaction),
            ("SET @a = 1, /* x */ `autocommit` # y\n = 0", Verb::Transaction),
            ("/*!40101 SET @@autocommit */ = 0", Verb::Transaction),
            ("SET completion_type = 'CHAIN'", Verb::Transaction),
            ("SET @autocommit = 1", Verb::Plain),
            ("SET @old = @@autocommit, time_zone = '+00:00'", Verb::Plain),
            ("", Verb::Plain),
        ] {
            assert_eq!(Verb::of(Statement::built(sql, Operation::Other)), verb, "{sql}");
        }
    }

    #[test]
    fn what_changes_tables_is_seen() {
        for (sql, changes) in [
            ("ALTER TABLE t ADD a int", true),
            ("drop table t", true),
            ("CREATE OR REPLACE VIEW v AS SELECT 1", true),
            ("CREATE TABLE t (a int)", false),
            ("DROP TEMPORARY TABLE t", false),
            ("TRUNCATE t", false),
        ] {
            for operation in [Operation::Other, Operation::Ddl] {
                assert_eq!(changes_tables(Statement::built(sql, operation)), changes, "{sql}");
            }
        }
        assert!(!changes_tables(Statement::built("UPDATE t SET a = 1", Operation::Update)));
    }
}
