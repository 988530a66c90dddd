//! What the first words of a statement do to the transaction it is in.

use crate::driver::words::{self, Words, is_in, options_stay, ours};
use crate::driver::{Operation, Statement};
use crate::error::{Error, Kind, Result};

/// What a statement does to its transaction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    /// Nothing.
    Plain,
    /// Commits it first (<https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html>).
    Commits,
    /// The same, and takes locks that stay with the connection until they are given back
    /// (<https://dev.mysql.com/doc/refman/8.4/en/lock-tables.html>).
    Locks,
    /// Takes a lock on the whole server, which stays with the connection whatever transaction is begun on it
    /// (<https://dev.mysql.com/doc/refman/8.4/en/flush.html#flush-tables-with-read-lock>,
    /// <https://dev.mysql.com/doc/refman/8.4/en/lock-instance-for-backup.html>,
    /// <https://mariadb.com/docs/server/reference/sql-statements/administrative-sql-statements/backup-commands/backup-stage>).
    LocksServer,
    /// Runs what is written elsewhere, which may end it, start one, or change the schema.
    Calls,
    /// Starts or ends one, or says when that happens, which is the driver's to do.
    Transaction,
    /// Says how all those begin that follow on the connection.
    Options,
}

/// Words that make everything before them permanent, or may do so.
const COMMITS: [&str; 19] = [
    "ALTER",
    "ANALYZE",
    "CACHE",
    "CHANGE",
    "CHECK",
    "CREATE",
    "DROP",
    "FLUSH",
    "GRANT",
    "IMPORT",
    "INSTALL",
    "OPTIMIZE",
    "RENAME",
    "REPAIR",
    "RESET",
    "REVOKE",
    "TRUNCATE",
    "UNINSTALL",
    "UNLOCK",
];
/// The first words of what runs other statements; but for the first two on MariaDB alone
/// (<https://mariadb.com/docs/server/reference/sql-statements/programmatic-compound-statements/using-compound-statements-outside-of-stored-programs>).
const CALLS: [&str; 8] = ["CALL", "EXECUTE", "CASE", "FOR", "IF", "LOOP", "REPEAT", "WHILE"];
/// What stands behind `ANALYZE` where it is about tables, and measures no statement
/// (<https://mariadb.com/docs/server/reference/sql-statements/administrative-sql-statements/analyze-and-explain-statements/analyze-statement>).
const TABLES: [&str; 3] = ["LOCAL", "NO_WRITE_TO_BINLOG", "TABLE"];
/// What stands behind `SET` and is no setting, and commits like any change of an account.
const ACCOUNTS: [&str; 2] = ["DEFAULT", "PASSWORD"];
const TRANSACTION: [&str; 5] = ["BEGIN", "COMMIT", "ROLLBACK", "START", "XA"];
/// What stays with the connection, so that what others write on it is never committed, or in another's transaction
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_autocommit>).
const SETTINGS: [&str; 2] = ["AUTOCOMMIT", "COMPLETION_TYPE"];
/// What transactions begin with, unless they say something else: all of the connection, or the next one, whosesoever it is
/// (<https://dev.mysql.com/doc/refman/8.4/en/set-transaction.html>).
const OPTIONS: [&str; 4] = ["TRANSACTION_ISOLATION", "TRANSACTION_READ_ONLY", "TX_ISOLATION", "TX_READ_ONLY"];
/// Before a setting that is for connections to come, which is an administrator's to say.
const OF_SERVER: [&str; 3] = ["GLOBAL", "PERSIST", "PERSIST_ONLY"];

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
        let mut rest = inner(words(sql));
        let first = rest.next().unwrap_or_default();
        let is_block = is_in(&["BEGIN"], first) && rest.clone().next().is_some_and(|word| is_in(&["NOT"], word));
        if is_block {
            return Self::Calls;
        }
        if is_in(&TRANSACTION, first) {
            // A rollback to a savepoint undoes a part, which is nothing to us.
            let is_plain = is_in(&["ROLLBACK"], first) && rest.are_of_savepoint();
            return if is_plain { Self::Plain } else { Self::Transaction };
        }
        if is_in(&["SET"], first) {
            return Self::of_set(sql, rest);
        }
        let second = rest.next().unwrap_or_default();
        match first {
            _ if is_in(&CALLS, first) => Self::Calls,
            _ if is_in(&["BACKUP"], first) => Self::LocksServer,
            _ if is_in(&["LOCK"], first) => {
                if is_in(&["INSTANCE"], second) {
                    Self::LocksServer
                } else {
                    Self::Locks
                }
            }
            _ if is_in(&["FLUSH"], first) => of_flush(second, rest),
            _ if is_in(&["ANALYZE"], first) && !is_in(&TABLES, second) => Self::Plain,
            _ if is_in(&COMMITS, first) && !is_in(&["TEMPORARY"], second) => Self::Commits,
            _ => Self::Plain,
        }
    }

    /// What a `SET` does. `SET TRANSACTION` would be for the next one on the connection, whosesoever that is.
    fn of_set(sql: &str, rest: Words<'_>) -> Self {
        let mut next = rest.clone();
        let mut next = || next.next().unwrap_or_default();
        let (first, second) = (next(), next());
        match first {
            _ if is_in(&["TRANSACTION"], first) => Self::Transaction,
            _ if is_in(&ACCOUNTS, first) => Self::Commits,
            _ if is_in(&["SESSION", "LOCAL"], first) && is_in(&["TRANSACTION"], second) => Self::Options,
            _ => Self::of_assignments(sql, rest),
        }
    }

    /// What the assignments behind `SET` do. One `@` before the name is that of a variable.
    fn of_assignments(sql: &str, mut rest: Words<'_>) -> Self {
        // What a word says of the settings behind it, or of the next one alone.
        let (mut are_of_server, mut is_of_server) = (false, false);
        while let Some(word) = rest.next() {
            let before = &sql[..word.as_ptr() as usize - sql.as_ptr() as usize];
            let is_marked = before.ends_with("@@");
            if is_in(&OF_SERVER, word) || is_in(&["SESSION", "LOCAL"], word) {
                is_of_server = is_in(&OF_SERVER, word);
                are_of_server = if is_marked { are_of_server } else { is_of_server };
                continue;
            }
            let is_variable = before.ends_with('@') && !is_marked;
            if !is_variable && rest.clone().are_assigned() {
                if is_in(&SETTINGS, word) {
                    return Self::Transaction;
                }
                if is_in(&OPTIONS, word) && !is_of_server {
                    return Self::Options;
                }
                is_of_server = are_of_server;
            }
        }
        Self::Plain
    }

    /// # Errors
    /// Of kind `Usage` for a statement that would start or end a transaction behind the driver's back, or say how others begin.
    pub fn refuse_if_ours(self) -> Result<()> {
        match self {
            Self::Plain | Self::Commits | Self::Locks | Self::Calls => Ok(()),
            Self::Transaction => Err(ours()),
            Self::Options => Err(options_stay()),
            Self::LocksServer => Err(server_stays_locked()),
        }
    }

    /// The same of a statement outside of a transaction, whose connection others get next.
    ///
    /// # Errors
    /// Of kind `Usage`.
    pub fn refuse_alone(self) -> Result<()> {
        if self == Self::Locks { Err(locks_stay()) } else { self.refuse_if_ours() }
    }
}

/// What a `FLUSH` does: some lock what they flush, and where no table is named that is the whole server.
fn of_flush(second: &str, mut rest: Words<'_>) -> Verb {
    let is_replicated = !is_in(&["LOCAL", "NO_WRITE_TO_BINLOG"], second);
    let what = if is_replicated { second } else { rest.next().unwrap_or_default() };
    let is_of_all = rest.clone().next().is_some_and(|word| is_in(&["WITH"], word));
    let locks = rest.any(|word| is_in(&["LOCK", "EXPORT"], word));
    match locks {
        true if is_of_all && is_in(&["TABLE", "TABLES"], what) => Verb::LocksServer,
        true => Verb::Locks,
        false => Verb::Commits,
    }
}

/// The words of the statement that these are about: MariaDB has settings for a single one
/// (<https://mariadb.com/docs/server/reference/sql-statements/administrative-sql-statements/set-commands/set-statement>).
fn inner(mut all: Words<'_>) -> Words<'_> {
    loop {
        let mut rest = all.clone();
        let is_next = |rest: &mut Words<'_>, word| rest.next().is_some_and(|next| is_in(&[word], next));
        let has_settings = is_next(&mut rest, "SET") && is_next(&mut rest, "STATEMENT");
        match has_settings.then(|| rest.behind("FOR")).flatten() {
            Some(inside) => all = inside,
            None => return all,
        }
    }
}

#[cold]
fn locks_stay() -> Error {
    let message = "a lock on tables would stay with the connection, for whoever has it next: lock rows in a transaction \
                   (`SELECT .. FOR UPDATE`)";
    Error::new(Kind::Usage, message)
}

#[cold]
fn server_stays_locked() -> Error {
    let message = "a lock on the whole server would stay with the connection, for whoever has it next: leave it to the server's \
                   own tools for backups, or take it with a client of your own";
    Error::new(Kind::Usage, message)
}

/// Words that make something else of a table that is there.
const CHANGES: [&str; 3] = ["ALTER", "DROP", "RENAME"];

/// Whether a statement changes a table that is there, or a view: `CREATE OR REPLACE` does too.
pub fn changes_tables(statement: Statement<'_>) -> bool {
    if Verb::of(statement) != Verb::Commits {
        return false;
    }
    let mut words = inner(words(statement.sql));
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
            ("SET GLOBAL TRANSACTION READ ONLY", Verb::Plain),
            ("SET SESSION TRANSACTION READ ONLY", Verb::Options),
            ("set local transaction isolation level serializable", Verb::Options),
            ("SET @@transaction_isolation = 'SERIALIZABLE'", Verb::Options),
            ("SET GLOBAL tx_read_only = 1, SESSION tx_read_only = 1", Verb::Options),
            ("SET @@GLOBAL.max_connections = 9, tx_isolation = 'SERIALIZABLE'", Verb::Options),
            ("SET @@session.transaction_read_only := ON", Verb::Options),
            ("SET @@GLOBAL.transaction_read_only = 1", Verb::Plain),
            ("SET GLOBAL max_connections = 9, transaction_isolation = 'SERIALIZABLE'", Verb::Plain),
            ("SET @a = @@transaction_isolation", Verb::Plain),
            ("SET PASSWORD = 'x'", Verb::Commits),
            ("CALL archive()", Verb::Calls),
            ("/* x */ execute immediate 'COMMIT'", Verb::Calls),
            ("UNINSTALL PLUGIN p", Verb::Commits),
            ("LOCK TABLES t WRITE", Verb::Locks),
            ("FLUSH TABLES t WITH READ LOCK", Verb::Locks),
            ("FLUSH TABLES", Verb::Commits),
            ("UNLOCK TABLES", Verb::Commits),
            ("SET autocommit = 0", Verb::Transaction),
            ("/* x */ set @@session.AUTOCOMMIT=0", Verb::Transaction),
            ("SET SESSION autocommit := off", Verb::Transaction),
            ("SET @a = 1, /* x */ `autocommit` # y\n = 0", Verb::Transaction),
            ("/*!40101 SET @@autocommit */ = 0", Verb::Transaction),
            ("SET completion_type = 'CHAIN'", Verb::Transaction),
            ("FLUSH TABLES WITH READ LOCK", Verb::LocksServer),
            ("flush local table with read lock and disable checkpoint", Verb::LocksServer),
            ("FLUSH TABLES `t`, u FOR EXPORT", Verb::Locks),
            ("FLUSH NO_WRITE_TO_BINLOG TABLES t WITH READ LOCK", Verb::Locks),
            ("LOCK INSTANCE FOR BACKUP", Verb::LocksServer),
            ("BACKUP STAGE START", Verb::LocksServer),
            ("BACKUP LOCK t", Verb::LocksServer),
            ("BEGIN NOT ATOMIC SELECT 1; END", Verb::Calls),
            ("ANALYZE TABLE t", Verb::Commits),
            ("ANALYZE UPDATE t SET a = 1", Verb::Plain),
            ("ANALYZE FORMAT=JSON SELECT 1", Verb::Plain),
            ("SET STATEMENT max_statement_time = 9 FOR ALTER TABLE t ADD x int", Verb::Commits),
            ("set statement a = 'x FOR y' for set statement b = 1 for CALL p()", Verb::Calls),
            ("SET STATEMENT max_statement_time = 9 FOR LOCK TABLES t READ", Verb::Locks),
            ("SET STATEMENT max_statement_time = 9 FOR COMMIT", Verb::Transaction),
            ("SET STATEMENT max_statement_time = 9 FOR BEGIN NOT ATOMIC SELECT 1; END", Verb::Calls),
            ("SET STATEMENT max_statement_time = 9 FOR SET SESSION tx_isolation = 'SERIALIZABLE'", Verb::Options),
            ("SET STATEMENT max_statement_time = 9 FOR SELECT 1 FOR UPDATE", Verb::Plain),
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
            ("SET STATEMENT max_statement_time = 9 FOR ALTER TABLE t ADD x int", true),
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
