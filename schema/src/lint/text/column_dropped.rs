//! `column-dropped-by-hand`: a column goes by a statement of somebody's own.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, name_after};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M102",
        name: "column-dropped-by-hand",
        severity: Severity::Refuse,
        reason: "no way back brings the values again",
        page: "https://squawkhq.com/docs/ban-drop-column",
    },
    find,
};

/// What can follow `DROP` in `ALTER TABLE` and is no column.
const OTHERS: [&str; 12] = [
    "CONSTRAINT",
    "CHECK",
    "DEFAULT",
    "EXPRESSION",
    "FOREIGN",
    "IDENTITY",
    "INDEX",
    "KEY",
    "NOT",
    "PARTITION",
    "PRIMARY",
    "UNIQUE",
];

fn find(body: &Body<'_>) -> Vec<Hit> {
    let own = body.each().filter(|(_, tokens)| body.is_forward && begins(tokens, &["ALTER", "TABLE"]));
    let mut hits = Vec::new();
    for (at, tokens) in own {
        let Some(table) = name_after(tokens, &["ALTER", "TABLE"]).filter(|table| body.is_by_hand(table)) else {
            continue;
        };
        for (n, _) in tokens.iter().enumerate().filter(|(_, token)| token.is("DROP")) {
            let rest: Vec<&str> = tokens[n + 1..]
                .iter()
                .skip_while(|token| ["COLUMN", "IF", "EXISTS"].iter().any(|word| token.is(word)))
                .map_while(|token| token.name())
                .collect();
            let is_column = !OTHERS.iter().any(|word| tokens.get(n + 1).is_some_and(|token| token.is(word)));
            if let Some(name) = rest.first().filter(|_| is_column) {
                let message = format!("the values of `{table}.{name}` would be lost");
                let help = "take the column out of the struct, and let a migration be written";
                hits.push(Hit::new(at, &format!("{table}.{name}"), message, help));
            }
        }
    }
    hits
}
