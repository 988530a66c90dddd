//! `renamed-out-of-the-way`: references follow the old table.

use crate::lint::token::{begins, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "L106",
        name: "renamed-out-of-the-way",
        severity: Severity::Refuse,
        reason: "references and views of other tables follow a table that is renamed, and do not come back to the new one of its name",
        page: "https://www.sqlite.org/lang_altertable.html#otheralter",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        let renames = begins(tokens, &["ALTER", "TABLE"]) && has(tokens, &["RENAME", "TO"]);
        let Some(name) = name_after(tokens, &["ALTER", "TABLE"]).filter(|_| renames) else { continue };
        let is_made_again = body.statements[at..].iter().any(|other| {
            name_after(&other.tokens, &["CREATE", "TABLE"]).is_some_and(|made| made.eq_ignore_ascii_case(name))
        });
        if is_made_again {
            let message = format!("what refers to `{name}` follows the table that is renamed, not the new `{name}`");
            let help = "make the new table under another name, drop the old one, and rename the new one last";
            hits.push(TextHit::new(at, name, message, help));
        }
    }
    hits
}
