//! The settings of a session that keep a change of the schema within its limits.

use std::time::Duration;

use tablewright_schema::Dialect;

use crate::driver::Limits;

/// The longest that a connection may do nothing, in seconds, on any system: one has the lock of the migrations while others work
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_wait_timeout>).
const IDLE: u32 = 2_147_483;

/// For the session. The lock of a table and that of a row have a setting each, in seconds
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_lock_wait_timeout>,
/// <https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html#sysvar_innodb_lock_wait_timeout>); MariaDB also stops a
/// statement (<https://mariadb.com/docs/server/ha-and-performance/optimization-and-tuning/query-optimizations/aborting-statements>).
pub fn settings(limits: Limits, dialect: Dialect) -> String {
    let lock = Limits::seconds(limits.lock);
    let mut settings =
        format!("SET lock_wait_timeout = {lock}, innodb_lock_wait_timeout = {lock}, wait_timeout = {IDLE}");
    if limit_of_ours(limits, dialect).is_none() {
        settings += &format!(", max_statement_time = {}", Limits::seconds(limits.statement));
    }
    if dialect == Dialect::Mariadb {
        // <https://mariadb.com/docs/server/reference/sql-statements/transactions/transaction-timeouts>
        settings +=
            ", idle_transaction_timeout = 0, idle_readonly_transaction_timeout = 0, idle_write_transaction_timeout = 0";
    }
    settings
}

/// How long we wait for a statement before we stop it, where the server has no such limit: MySQL's own is for SELECT alone
/// (<https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html#sysvar_max_execution_time>).
pub fn limit_of_ours(limits: Limits, dialect: Dialect) -> Option<Duration> {
    (dialect != Dialect::Mariadb).then_some(limits.statement)
}
