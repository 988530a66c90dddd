//! `all-rows-deleted`: a table is emptied.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, has, names_after};
use crate::lint::{Rule, Severity};

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
        let all = [(&["DELETE", "FROM"][..], !has(tokens, &["WHERE"])), (&["TRUNCATE"][..], true)];
        for (words, _) in all.into_iter().filter(|(words, is_all)| *is_all && begins(tokens, words)) {
            for name in names_after(tokens, words) {
                let message = format!("all rows of `{name}` would be lost");
                hits.push(Hit::new(at, name, message, "say with `WHERE` which ones"));
            }
        }
    }
    hits
}
