//! `untrusted-constraint`: a constraint that nobody checked.

use crate::lint::token::{Token, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "S105",
        name: "untrusted-constraint",
        severity: Severity::Refuse,
        reason: "a constraint added `WITH NOCHECK` is not trusted: the rows may break it, and no plan relies on it",
        page: "https://learn.microsoft.com/sql/relational-databases/tables/disable-foreign-key-constraints-with-insert-and-update-statements",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let own = body.each().filter(|(_, tokens)| has(tokens, &["NOCHECK"]));
    let hit = |(at, tokens): (usize, &[Token])| {
        let is_checked =
            body.statements[at + 1..].iter().any(|other| has(&other.tokens, &["WITH", "CHECK", "CHECK", "CONSTRAINT"]));
        let name = name_after(tokens, &["TABLE"]).unwrap_or_default();
        let message = format!("a constraint of `{name}` is left that nobody checked");
        (!is_checked)
            .then(|| TextHit::new(at, name, message, "behind it: `ALTER TABLE .. WITH CHECK CHECK CONSTRAINT ..`"))
    };
    own.filter_map(hit).collect()
}
