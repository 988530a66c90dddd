//! `timeout-replaced`: how long a migration keeps others waiting is said in its text.

use crate::lint::token::Token;
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "P121",
        name: "timeout-replaced",
        severity: Severity::Warn,
        reason: "the migrator gives up before it is in the way (`lock_timeout`, `statement_timeout`), and what the text says takes its place",
        page: "https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-LOCK-TIMEOUT",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        let [first, rest @ ..] = tokens else { continue };
        let rest = match rest {
            [scope, rest @ ..] if scope.is("LOCAL") || scope.is("SESSION") => rest,
            all => all,
        };
        let name = rest.first().and_then(Token::name).filter(|_| first.is("SET") || first.is("RESET"));
        let own = ["lock_timeout", "statement_timeout"];
        if let Some(name) = name.filter(|name| own.iter().any(|own| name.eq_ignore_ascii_case(own))) {
            let message = format!("`{name}` is set, and the migrator's own limit holds no longer");
            let help =
                "leave it out, and say it in the file: `\"timeout\": { \"lock_ms\": 500, \"statement_ms\": 600000 }`";
            hits.push(TextHit::new(at, name, message, help));
        }
    }
    hits
}
