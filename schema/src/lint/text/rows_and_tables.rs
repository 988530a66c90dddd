//! `rows-and-tables`: rows and tables are changed together.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, has, name_after};
use crate::lint::{Rule, Severity, deleted};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M125",
        name: "rows-and-tables",
        severity: Severity::Warn,
        reason: "the table is locked for as long as its rows are written; where DDL commits by itself, half of it stays if the other half fails",
        page: "https://github.com/ankane/strong_migrations#backfilling-data",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let alters = body.each().any(|(_, tokens)| begins(tokens, &["ALTER"]) || begins(tokens, &["DROP"]));
    if !(alters && body.planned.is_empty() && body.is_forward) {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        let is_copy = begins(tokens, &["INSERT"]) && has(tokens, &["SELECT"]);
        let writes = is_copy || ["UPDATE", "MERGE"].iter().any(|word| begins(tokens, &[word]));
        let words: &[&str] = if begins(tokens, &["UPDATE"]) { &["UPDATE"] } else { &["INTO"] };
        let written = writes.then(|| name_after(tokens, words).unwrap_or_default()).into_iter();
        for name in written.chain(deleted::all(tokens).into_iter().flat_map(|deleted| deleted.tables)) {
            let message = format!("the rows of `{name}` are written in the migration that changes tables");
            hits.push(Hit::new(at, name, message, "write them in a migration of their own"));
        }
    }
    hits
}
