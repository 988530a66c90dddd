//! `renamed-with-brackets`: brackets become part of the name.

use crate::lint::token::{Token, has};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "S104",
        name: "renamed-with-brackets",
        severity: Severity::Refuse,
        reason: "`sp_rename` takes the new name as it stands, brackets, dots and all",
        page: "https://learn.microsoft.com/sql/relational-databases/system-stored-procedures/sp-rename-transact-sql",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each().filter(|(_, tokens)| has(tokens, &["SP_RENAME"])) {
        let mut texts = tokens.iter().filter_map(|token| match token {
            Token::Text(text) => Some(text),
            Token::Word(_) | Token::Name(_) | Token::Symbol(_) => None,
        });
        if let Some(name) = texts.nth(1).filter(|name| name.contains(['[', ']', '.', '"'])) {
            let message = format!("the new name would be `{name}`, with all that stands there");
            hits.push(TextHit::new(at, name, message, "write the bare name"));
        }
    }
    hits
}
