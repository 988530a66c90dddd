//! `session-lock`: a lock that stays when the transaction is over.

use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "P129",
        name: "session-lock",
        severity: Severity::Refuse,
        reason: "behind a pool of connections the session that took the lock is not the one that gives it back, so it stays",
        page: "https://www.pgbouncer.org/features.html",
    },
    find,
};

/// The functions that lock for a session, and not for a transaction.
const FUNCTIONS: [&str; 4] =
    ["pg_advisory_lock", "pg_advisory_lock_shared", "pg_try_advisory_lock", "pg_try_advisory_lock_shared"];

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        for function in FUNCTIONS.iter().filter(|function| tokens.iter().any(|token| token.is(function))) {
            let message = format!("`{function}` locks for as long as the session lasts, also if the migration fails");
            let help =
                "leave it out: one runner at a time is what the migrator sees to; or take `pg_advisory_xact_lock`";
            hits.push(TextHit::new(at, function, message, help));
        }
    }
    hits
}
