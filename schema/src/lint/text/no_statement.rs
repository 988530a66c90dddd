//! `no-statement`: a text that does nothing.

use super::{Body, Hit, TextRule};
use crate::lint::token::Token;
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M037",
        name: "no-statement",
        severity: Severity::Refuse,
        reason: "what stands in a comment does not run, and the history says it did",
        page: "https://www.sqlite.org/c3ref/prepare.html",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let is_empty = |tokens: &[Token]| tokens.iter().all(|token| *token == Token::Symbol(';'));
    let empty = body.each().filter(|(_, tokens)| is_empty(tokens));
    empty
        .map(|(at, _)| Hit::new(at, "", "this is no statement, at most a comment", "write one, or leave it out"))
        .collect()
}
