//! `concurrently-in-transaction`: it cannot be.

use crate::lint::token::{Token, begins, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "P103",
        name: "concurrently-in-transaction",
        severity: Severity::Refuse,
        reason: "PostgreSQL refuses `CONCURRENTLY` in a transaction",
        page: "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let own = body.each().filter(|(_, tokens)| body.in_transaction && is_concurrent(tokens));
    let hit = |(at, tokens)| {
        let name = name_after(tokens, &["INDEX"]).unwrap_or_default();
        let help = "write `\"transaction\": false` into the file";
        TextHit::new(at, name, "`CONCURRENTLY` cannot be in a transaction, and this migration is one", help)
    };
    own.map(hit).collect()
}

fn is_concurrent(tokens: &[Token]) -> bool {
    ["CREATE", "DROP", "REINDEX"].iter().any(|word| begins(tokens, &[word])) && has(tokens, &["CONCURRENTLY"])
}
