//! `inline-reference`: a reference beside a column.

use crate::lint::token::{Token, begins, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "Y102",
        name: "inline-reference",
        severity: Severity::Refuse,
        reason: "MySQL before 9.0 reads `REFERENCES` beside a column and makes no foreign key; newer ones and MariaDB do",
        page: "https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        if !begins(tokens, &["CREATE"]) && !begins(tokens, &["ALTER"]) || !has(tokens, &["TABLE"]) {
            continue;
        }
        let name = name_after(tokens, &["TABLE"]).unwrap_or_default();
        // How deep the entries stand: those of a new table in its parentheses.
        let entries = usize::from(begins(tokens, &["CREATE"]));
        let (mut is_key, mut depth) = (false, 0_usize);
        for token in tokens {
            match token {
                Token::Symbol('(') => depth += 1,
                Token::Symbol(')') => depth = depth.saturating_sub(1),
                Token::Symbol(',') if depth <= entries => is_key = false,
                token if token.is("FOREIGN") => is_key = true,
                token if token.is("REFERENCES") && !is_key => {
                    let message = format!(
                        "a reference beside a column of `{name}`: on some servers there will be no foreign key"
                    );
                    hits.push(TextHit::new(
                        at,
                        name,
                        message,
                        "write `FOREIGN KEY (..) REFERENCES ..` as an entry of its own",
                    ));
                    break;
                }
                _ => {}
            }
        }
    }
    hits
}
