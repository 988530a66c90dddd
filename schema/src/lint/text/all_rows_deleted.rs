//! `all-rows-deleted`: a table is emptied.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, names_after};
use crate::lint::{Rule, Severity, deleted};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M039",
        name: "all-rows-deleted",
        severity: Severity::Refuse,
        reason: "no way back brings the rows again",
        page: "https://squawkhq.com/docs/ban-truncate-cascade",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    // No plan empties a table.
    for (at, tokens) in body.each().filter(|_| body.is_forward) {
        let deleted = deleted::all(tokens).into_iter().filter(|deleted| deleted.is_all);
        let mut names: Vec<&str> = deleted.flat_map(|deleted| deleted.tables).collect();
        if begins(tokens, &["TRUNCATE"]) {
            names.extend(names_after(tokens, &["TRUNCATE"]));
        }
        for name in names {
            let message = format!("all rows of `{name}` would be lost");
            hits.push(Hit::new(at, name, message, "say with `WHERE` which ones"));
        }
    }
    hits
}
