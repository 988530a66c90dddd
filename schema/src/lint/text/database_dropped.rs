//! `database-dropped`: everything goes.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, names_after};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M003",
        name: "database-dropped",
        severity: Severity::Refuse,
        reason: "no way back brings anything again",
        page: "https://squawkhq.com/docs/ban-drop-database",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        for word in ["DATABASE", "SCHEMA", "USER", "TABLESPACE"] {
            if begins(tokens, &["DROP", word]) {
                for name in names_after(tokens, &["DROP", word]) {
                    let message = format!("all that is in `{name}` would be lost");
                    hits.push(Hit::new(at, name, message, "drop the tables that a schema knows, one by one"));
                }
            }
        }
    }
    hits
}
