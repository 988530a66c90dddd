//! The settings of a session that keep a change of the schema within its limits.

use crate::driver::Limits;

/// For the transaction that has just begun.
pub fn in_transaction(limits: Limits) -> String {
    settings(limits, "SET LOCAL", true)
}

/// For the session.
pub fn in_session(limits: Limits) -> String {
    settings(limits, "SET", false)
}

/// Both count in milliseconds (<https://www.postgresql.org/docs/current/runtime-config-client.html>). The transaction that has the
/// lock may do nothing for as long as others work, and a statement's own, which PostgreSQL ends from 17 on, lasts as long as that.
/// A statement whose client has died is stopped by servers that can tell, from 14 on
/// (<https://www.postgresql.org/docs/current/runtime-config-connection.html#GUC-CLIENT-CONNECTION-CHECK-INTERVAL>).
fn settings(limits: Limits, set: &str, is_local: bool) -> String {
    let (lock, statement) = (Limits::milliseconds(limits.lock), Limits::milliseconds(limits.statement));
    format!(
        "{set} lock_timeout = {lock}; {set} statement_timeout = {statement}; \
         SELECT set_config(name, '0', {is_local}) FROM pg_settings \
         WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout'); \
         SELECT set_config(name, '500ms', {is_local}) FROM pg_settings \
         WHERE name = 'client_connection_check_interval' AND version() ~* 'linux|darwin|apple|bsd'"
    )
}
