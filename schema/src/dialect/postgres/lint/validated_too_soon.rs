//! `validated-too-soon`: the rows are read under the lock that `NOT VALID` was to spare.

use crate::lint::token::{Token, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "P109",
        name: "validated-too-soon",
        severity: Severity::Warn,
        reason: "the lock of adding the constraint is held until the transaction ends, so all rows are read under it",
        page: "https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let own = body.each().filter(|(_, tokens)| body.in_transaction && has(tokens, &["VALIDATE", "CONSTRAINT"]));
    let hit = |(at, tokens): (usize, &[Token])| {
        let name = name_after(tokens, &["VALIDATE", "CONSTRAINT"])?;
        let is_added = body.statements[..at].iter().any(|other| {
            has(&other.tokens, &["NOT", "VALID"]) && name_after(&other.tokens, &["ADD", "CONSTRAINT"]) == Some(name)
        });
        let message = format!("`{name}` is validated under the lock that adding it took");
        is_added.then(|| TextHit::new(at, name, message, "validate it in the next migration"))
    };
    own.filter_map(hit).collect()
}
