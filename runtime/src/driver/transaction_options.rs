//! What a transaction sees of others, and whether it writes.

use crate::error::{Error, Kind};

/// How a transaction is begun. What is not said is as the database has it.
///
/// ```
/// use tablewright::{Isolation, TransactionOptions};
///
/// let report = TransactionOptions::new().isolation(Isolation::RepeatableRead).read_only();
/// assert!(report.is_read_only);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct TransactionOptions {
    /// What it sees of others; if nothing is said what the database does by itself, which is
    /// [`RepeatableRead`](Isolation::RepeatableRead) on MySQL and MariaDB, [`Serializable`](Isolation::Serializable) on SQLite,
    /// and [`ReadCommitted`](Isolation::ReadCommitted) on the others, unless an administrator decided otherwise.
    pub isolation: Option<Isolation>,
    /// Whether what would write is refused, with an error of kind [`Unsupported`](Kind::Unsupported).
    pub is_read_only: bool,
}

/// What a transaction sees of others that run at the same time: at least as little as the standard allows. What cannot be kept
/// to is an error of kind [`Serialization`](Kind::Serialization) or [`Deadlock`](Kind::Deadlock) in one of them, which
/// [`transaction_retrying_with`](crate::Database::transaction_retrying_with) runs again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Isolation {
    /// Each statement sees what was committed when it began.
    ///
    /// `READ COMMITTED`, on SQL Server without `READ_COMMITTED_SNAPSHOT` each row as it is when it is read; Firebird:
    /// `READ COMMITTED READ CONSISTENCY`. SQLite knows [`Serializable`](Self::Serializable) alone.
    ReadCommitted,
    /// All statements see what was committed when the first began, and what it has changed itself.
    ///
    /// `REPEATABLE READ` of
    /// [PostgreSQL](https://www.postgresql.org/docs/current/transaction-iso.html),
    /// [MySQL](https://dev.mysql.com/doc/refman/8.4/en/innodb-transaction-isolation-levels.html),
    /// [MariaDB](https://mariadb.com/docs/server/reference/sql-statements/transactions/set-transaction) (which both write over what
    /// others committed meanwhile) and
    /// [SQL Server](https://learn.microsoft.com/sql/t-sql/statements/set-transaction-isolation-level-transact-sql) (which locks what
    /// was read: rows that were not are seen as they are by then, and new ones come in). MariaDB from 11.6.2 on refuses to change
    /// what was changed meanwhile ([`innodb_snapshot_isolation`](https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-system-variables)).
    /// [Firebird](https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-transacs-isolation):
    /// `SNAPSHOT`.
    /// [Oracle](https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/SET-TRANSACTION.html) has none between the two
    /// others, and gets `SERIALIZABLE`. SQLite knows [`Serializable`](Self::Serializable) alone.
    RepeatableRead,
    /// As if one ran after the other.
    ///
    /// `SERIALIZABLE`. PostgreSQL finds out what has no order, among transactions that are all serializable: who writes at another
    /// level is not heeded. MySQL, MariaDB and SQL Server lock what is read. Firebird:
    /// `SNAPSHOT TABLE STABILITY`, with all tables that the user may read locked against writers from the beginning on (one
    /// that only reads: `SNAPSHOT`, without locks): it begins when nobody writes, and others write when it has ended, so keep
    /// it short. Of two that want to write at once one is refused at once, or both: run them again often enough. Oracle's is that of [`RepeatableRead`](Self::RepeatableRead): of two transactions that each read what the
    /// other writes, both succeed.
    /// [SQLite](https://www.sqlite.org/isolation.html) has one writer at a time.
    Serializable,
}

impl TransactionOptions {
    /// As the database has it.
    pub const fn new() -> Self {
        Self { isolation: None, is_read_only: false }
    }

    /// Sees no more of others than this.
    #[must_use]
    pub const fn isolation(mut self, isolation: Isolation) -> Self {
        self.isolation = Some(isolation);
        self
    }

    /// Writes nothing. SQLite and MySQL have less to do then, and SQL Server cannot.
    #[must_use]
    pub const fn read_only(mut self) -> Self {
        self.is_read_only = true;
        self
    }
}

impl Isolation {
    /// The standard's words for it.
    #[allow(dead_code, reason = "not every driver speaks the standard's")]
    pub(crate) const fn words(self) -> &'static str {
        match self {
            Self::ReadCommitted => "READ COMMITTED",
            Self::RepeatableRead => "REPEATABLE READ",
            Self::Serializable => "SERIALIZABLE",
        }
    }
}

/// The error of a driver that begins transactions in one way only.
#[cold]
pub(crate) fn unknown() -> Error {
    let message = "the driver of this database begins transactions in one way only: it has no isolation levels, and none \
                   that only read";
    Error::new(Kind::Unsupported, message)
}
