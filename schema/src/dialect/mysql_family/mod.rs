//! What MySQL and MariaDB share.

pub(crate) mod catalog;
pub(crate) mod convert;
pub(crate) mod lint;
pub(crate) mod names;
pub(crate) mod online;
pub(crate) mod page;
pub(crate) mod types;

use super::alter::{Alter, AlterWords, ChangeColumn, NumberColumn, OneAlter, RenameKey, RenameTable};
use super::rules::{Limit, standard_action};
use super::runner::Runner;
use super::syntax::{Paging, Syntax};
use crate::model::{Action, DataType};

/// Spellings of both.
pub(crate) const SYNTAX: Syntax = Syntax {
    quotes: ('`', '`'),
    // <https://dev.mysql.com/doc/refman/8.0/en/select.html>
    paging: Paging::LimitOffset { all: Some("18446744073709551615") },
    ..Syntax::STANDARD
};

/// `UTC_TIMESTAMP` and its like, in parentheses as all expressions in a DEFAULT
/// (<https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html>).
pub(crate) fn now(data_type: &DataType) -> Option<&'static str> {
    Some(match data_type {
        DataType::Date => "(UTC_DATE())",
        DataType::Time => "(UTC_TIME(6))",
        DataType::Timestamp | DataType::TimestampTz => "(UTC_TIMESTAMP(6))",
        _ => return None,
    })
}

/// Under `REPEATABLE READ` a plain query sees what was there when the transaction first looked, a locking one what is there
/// (<https://dev.mysql.com/doc/refman/8.0/en/innodb-locking-reads.html>).
pub(crate) const SEEN_NOW: &str = " FOR UPDATE";

/// <https://dev.mysql.com/doc/refman/8.0/en/alter-table.html>
pub(crate) const ALTER: Alter = Alter::Statements(AlterWords {
    add_column: "ADD COLUMN",
    drop_column: "DROP COLUMN",
    rename_column: "RENAME COLUMN",
    rename_table: RenameTable::AlterTable,
    change_column: ChangeColumn::Restate,
    one_alter: OneAlter::KeysAndColumns,
    number_column: NumberColumn::Restate,
    rename_key: RenameKey::Indexes,
    fills_added: true,
});

/// The engine's version.
pub(crate) const VERSION_QUERY: &str = "SELECT VERSION()";

pub(crate) const TABLES_QUERY: &str =
    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'";

/// <https://dev.mysql.com/doc/refman/8.0/en/innodb-limits.html>
pub(crate) const MAX_COLUMNS: usize = 1_017;

/// <https://dev.mysql.com/doc/refman/8.0/en/create-table.html>
pub(crate) const LONGEST_COMMENTS: (usize, usize) = (2_048, 1_024);

/// InnoDB refuses SET DEFAULT (<https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html>).
pub(crate) fn action(action: Action) -> Result<Option<&'static str>, Limit> {
    match action {
        Action::SetDefault => {
            Err(Limit::new("InnoDB takes SET DEFAULT in a foreign key and refuses the deletion after all")
                .help("use `set_null`, `cascade` or `restrict`"))
        }
        Action::NoAction | Action::Restrict | Action::Cascade | Action::SetNull => standard_action(action),
    }
}

/// What a runner of migrations has to know. A statement goes on when its client is gone, and a user without the privilege
/// PROCESS sees those of his own connections
/// (<https://dev.mysql.com/doc/refman/8.4/en/information-schema-processlist-table.html>).
pub(crate) const RUNNER: Runner = Runner {
    running_query: Some(
        "SELECT info FROM information_schema.processlist \
         WHERE db = DATABASE() AND id <> CONNECTION_ID() AND info IS NOT NULL",
    ),
    transactions_query: Some(
        "SELECT CONCAT('connection ', p.id, ' of ', p.user, ', ', LOWER(p.command), ', in a transaction since ', t.trx_started) \
         FROM information_schema.innodb_trx t JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id \
         WHERE p.db = DATABASE() AND p.id <> CONNECTION_ID() ORDER BY t.trx_started",
    ),
    // https://dev.mysql.com/doc/refman/8.4/en/set-statement.html, https://mariadb.com/kb/en/set-statement/
    lasting: &["GLOBAL", "PERSIST", "PERSIST_ONLY", "PASSWORD", "DEFAULT"],
    // https://dev.mysql.com/doc/refman/8.4/en/implicit-commit.html,
    // https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/
    commits: &[
        &["ALTER"],
        &["ANALYZE"],
        &["CACHE"],
        &["CHANGE"],
        &["CHECK"],
        &["CREATE"],
        &["DROP"],
        &["FLUSH"],
        &["GRANT"],
        &["IMPORT"],
        &["INSTALL"],
        &["LOAD", "INDEX"],
        &["LOCK"],
        &["OPTIMIZE"],
        &["RENAME"],
        &["REPAIR"],
        &["RESET"],
        &["REVOKE"],
        &["SET", "PASSWORD"],
        &["TRUNCATE"],
        &["UNINSTALL"],
        &["UNLOCK"],
    ],
    sees_one_schema: true,
    // Those of MyISAM, Aria, MEMORY and the like (https://dev.mysql.com/doc/refman/8.4/en/information-schema-engines-table.html).
    lasting_rows_query: Some(
        "SELECT CAST(t.TABLE_NAME AS CHAR) FROM information_schema.TABLES t JOIN information_schema.ENGINES e ON e.ENGINE = t.ENGINE \
         WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' AND e.TRANSACTIONS <> 'YES'",
    ),
    ..Runner::PLAIN
};
