//! `table-dropped-by-hand`: a table goes by a statement of somebody's own.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, name_after};
use crate::lint::{Rule, Severity};
use crate::plan::REBUILT;

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M101",
        name: "table-dropped-by-hand",
        severity: Severity::Refuse,
        reason: "no way back brings the rows again",
        page: "https://squawkhq.com/docs/ban-drop-table",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let own = body.each().filter(|(_, tokens)| body.is_forward && begins(tokens, &["DROP", "TABLE"]));
    let hit = |(at, tokens)| {
        let name = name_after(tokens, &["DROP", "TABLE"])?;
        let is_new = body.statements[..at].iter().any(|other| {
            let made = name_after(&other.tokens, &["CREATE", "TABLE"]);
            // A plan also makes tables anew that refer to what it changes.
            made.is_some_and(|made| made.strip_prefix(REBUILT).unwrap_or(made).eq_ignore_ascii_case(name))
        });
        let message = format!("all rows of `{name}` would be lost");
        (!is_new && body.is_by_hand(name))
            .then(|| Hit::new(at, name, message, "take the table out of the structs, and let a migration be written"))
    };
    own.filter_map(hit).collect()
}
