//! What the first word of a statement does to the transaction it is in.

use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};

/// What a statement does to its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Nothing.
    Plain,
    /// Commits it first (<https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html>).
    Commits,
    /// Starts or ends one, which is the driver's to do.
    Transaction,
}

/// Words that make everything before them permanent.
const COMMITS: [&str; 15] = [
    "ALTER", "ANALYZE", "CHECK", "CREATE", "DROP", "FLUSH", "GRANT", "INSTALL", "LOCK", "OPTIMIZE", "RENAME", "REPAIR",
    "REVOKE", "TRUNCATE", "UNLOCK",
];
const TRANSACTION: [&str; 5] = ["BEGIN", "COMMIT", "ROLLBACK", "START", "XA"];

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
        let mut words = sql.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let is = |list: &[&str], word: &str| list.iter().any(|known| known.eq_ignore_ascii_case(word));
        if is(&TRANSACTION, first) {
            // A rollback to a savepoint undoes a part, which is nothing to us.
            let is_plain = is(&["ROLLBACK"], first) && is(&["TO"], second);
            return if is_plain { Self::Plain } else { Self::Transaction };
        }
        if is(&COMMITS, first) && !is(&["TEMPORARY"], second) { Self::Commits } else { Self::Plain }
    }

    /// # Errors
    /// Of kind `Usage` for a statement that would start or end a transaction behind the driver's back.
    pub fn refuse_if_ours(self) -> Result<()> {
        match self {
            Self::Plain | Self::Commits => Ok(()),
            Self::Transaction => {
                Err(Error::new(Kind::Usage, "a transaction is begun and ended by `begin`, `commit` and `rollback`"))
            }
        }
    }
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
            ("", Verb::Plain),
        ] {
            assert_eq!(Verb::of(Statement::built(sql, Operation::Other)), verb, "{sql}");
        }
    }
}
