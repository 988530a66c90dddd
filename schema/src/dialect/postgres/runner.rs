//! What a runner of migrations has to know of PostgreSQL.

use crate::dialect::runner::Runner;

pub(super) const RUNNER: Runner = Runner {
    // The server shows the first `track_activity_query_size` bytes
    // (https://www.postgresql.org/docs/current/monitoring-stats.html#MONITORING-PG-STAT-ACTIVITY-VIEW).
    running_query: Some(
        "SELECT query FROM pg_catalog.pg_stat_activity \
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active'",
    ),
    transactions_query: Some(
        "SELECT concat('process ', pid, ' of ', usename, ' (', coalesce(nullif(application_name, ''), 'no name'), '), ', \
         state, ', in a transaction since ', to_char(xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'), ' UTC') \
         FROM pg_catalog.pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() \
         AND backend_type = 'client backend' AND xact_start IS NOT NULL ORDER BY xact_start",
    ),
    is_alone,
    ..Runner::PLAIN
};

fn is_alone(words: &[&str]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let is_about = |word: &str| rest.first() == Some(&word);
    // A procedure may end transactions of its own (https://www.postgresql.org/docs/current/sql-call.html).
    ["VACUUM", "CALL"].contains(first)
        || words.contains(&"CONCURRENTLY")
        || (*first == "REINDEX" && (is_about("DATABASE") || is_about("SYSTEM")))
        || (["CREATE", "ALTER", "DROP"].contains(first)
            && (is_about("DATABASE") || is_about("TABLESPACE") || is_about("SYSTEM") || is_about("SUBSCRIPTION")))
}
