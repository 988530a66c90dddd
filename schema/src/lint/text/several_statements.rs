//! `several-statements`: one text, several statements.

use super::{Body, Hit, TextRule};
use crate::lint::token::{Token, begins, has};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M036",
        name: "several-statements",
        severity: Severity::Refuse,
        reason: "a driver prepares one statement: some refuse such a text, and none can tell how far it came",
        page: "https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY",
    },
    find,
};

/// What a text begins with that has statements inside of a statement.
const BODIES: [&str; 4] = ["TRIGGER", "PROCEDURE", "FUNCTION", "PACKAGE"];

fn find(body: &Body<'_>) -> Vec<Hit> {
    let several =
        |tokens: &[Token]| tokens.split(|token| *token == Token::Symbol(';')).filter(|part| !part.is_empty()).count();
    let own = body.each().filter(|(_, tokens)| several(tokens) > 1 && !is_body(tokens));
    let hit = |(at, tokens): (usize, &[Token])| {
        let message = format!("there are {} statements in one text", several(tokens));
        Hit::new(
            at,
            tokens.first().and_then(Token::name).unwrap_or_default(),
            message,
            "write each as a text of its own",
        )
    };
    own.map(hit).collect()
}

/// Whether it is one statement with statements inside.
pub(super) fn is_body(tokens: &[Token]) -> bool {
    let starts = |word: &str| begins(tokens, &[word]);
    let makes = starts("CREATE") || starts("ALTER") || starts("RECREATE");
    let first = tokens.iter().take(8);
    (makes && first.clone().any(|token| BODIES.iter().any(|word| token.is(word))))
        || begins(tokens, &["EXECUTE", "BLOCK"])
        || starts("DECLARE")
        || starts("DO")
        || (starts("BEGIN")
            && tokens.last().is_some_and(|last| *last == Token::Symbol(';') || last.is("END"))
            && has(tokens, &["END"]))
}
