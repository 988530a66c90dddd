//! `drop-cascades`: what nobody named goes too.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, has, name_after};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M026",
        name: "drop-cascades",
        severity: Severity::Refuse,
        reason: "what refers to it goes as well, and nobody wrote its name",
        page: "https://www.postgresql.org/docs/current/ddl-depend.html",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        let is_first = |word: &str| begins(tokens, &[word]);
        let drops = is_first("DROP") || is_first("TRUNCATE") || (is_first("ALTER") && has(tokens, &["DROP"]));
        // `ON DELETE CASCADE` is another thing.
        let cascades = tokens.iter().enumerate().any(|(n, token)| {
            let is_action = n > 0 && ["DELETE", "UPDATE"].iter().any(|word| tokens[n - 1].is(word));
            token.is("CASCADE") && !is_action
        });
        if drops && cascades {
            let name = ["TABLE", "INDEX", "SCHEMA", "TYPE", "VIEW", "TRUNCATE"]
                .iter()
                .find_map(|word| name_after(tokens, &[word]))
                .unwrap_or_default();
            let message = format!("whatever refers to `{name}` goes with it");
            hits.push(Hit::new(at, name, message, "drop what refers to it by name, before it"));
        }
    }
    hits
}
