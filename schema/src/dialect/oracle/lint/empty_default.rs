//! `empty-default`: an empty text is NULL.

use crate::lint::token::{Token, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "O102",
        name: "empty-default",
        severity: Severity::Refuse,
        reason: "an empty text is NULL on Oracle, so a required column with such a default refuses every row that leaves it out",
        page: "https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Nulls.html",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let is_empty = |pair: &[Token]| pair[0].is("DEFAULT") && pair[1] == Token::Text(String::new());
    let own = body.each().filter(|(_, tokens)| tokens.windows(2).any(is_empty));
    let hit = |(at, tokens)| {
        let name = name_after(tokens, &["TABLE"]).unwrap_or_default();
        let message = format!("the empty text that is a default in `{name}` is NULL");
        TextHit::new(at, name, message, "leave the default out, or choose a text that is not empty")
    };
    own.map(hit).collect()
}
