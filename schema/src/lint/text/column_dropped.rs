//! `column-dropped-by-hand`: a column goes by a statement of somebody's own.

use super::{Body, Hit, TextRule};
use crate::lint::token::{Token, begins, name_after};
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
        let Some(table) = name_after(tokens, &["ALTER", "TABLE"]) else { continue };
        for (n, _) in tokens.iter().enumerate().filter(|(_, token)| token.is("DROP")) {
            let rest: Vec<&str> = tokens[n + 1..]
                .iter()
                .skip_while(|token| ["COLUMN", "IF", "EXISTS"].iter().any(|word| token.is(word)))
                .map_while(|token| token.name())
                .collect();
            let is_column = !OTHERS.iter().any(|word| tokens.get(n + 1).is_some_and(|token| token.is(word)));
            let is_planned = |name: &str| body.planned.drops_column(table, name) || is_computed_anew(body, table, name);
            if let Some(name) = rest.first().filter(|name| is_column && !is_planned(name)) {
                let message = format!("the values of `{table}.{name}` would be lost");
                let help = "take the column out of the struct, and let a migration be written";
                hits.push(Hit::new(at, &format!("{table}.{name}"), message, help));
            }
        }
    }
    hits
}

/// Whether a plan takes a column away that it has the database compute from others again, in the table or in one that takes its place.
fn is_computed_anew(body: &Body<'_>, table: &str, name: &str) -> bool {
    let comes = |tokens: &[Token], at: usize| {
        let is_own = tokens.get(at).and_then(Token::name).is_some_and(|own| own.eq_ignore_ascii_case(name));
        let computes = |pair: &[Token]| (pair[0].is("AS") || pair[0].is("BY")) && pair[1] == Token::Symbol('(');
        is_own && entry(tokens.get(at..).unwrap_or_default()).windows(2).any(computes)
    };
    let makes = |tokens: &[Token]| {
        let is_its = |made: &str| made.eq_ignore_ascii_case(table) || body.planned.fills(made);
        let is_new = name_after(tokens, &["CREATE", "TABLE"]).is_some_and(is_its);
        let is_change = begins(tokens, &["ALTER", "TABLE"]);
        // Oracle's `ADD (a, b)`.
        let is_list = tokens.windows(2).any(|pair| pair[0].is("ADD") && pair[1] == Token::Symbol('('));
        tokens.iter().enumerate().any(|(before, token)| {
            let has_word = tokens.get(before + 1).is_some_and(|token| token.is("COLUMN"));
            let is_entry = (is_new || (is_change && is_list)) && matches!(token, Token::Symbol('(' | ','));
            let is_added = is_change && token.is("ADD");
            (is_entry || is_added) && comes(tokens, before + 1 + usize::from(is_added && has_word))
        })
    };
    !body.planned.is_empty() && body.each().any(|(_, tokens)| makes(tokens))
}

/// The tokens up to the comma behind what stands at the start, or to the end of the list that it is in.
fn entry(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    let end = tokens.iter().position(|token| match token {
        Token::Symbol('(') => {
            depth += 1;
            false
        }
        Token::Symbol(')') if depth == 0 => true,
        Token::Symbol(')') => {
            depth -= 1;
            false
        }
        Token::Symbol(other) => *other == ',' && depth == 0,
        Token::Word(_) | Token::Name(_) | Token::Text(_) => false,
    });
    &tokens[..end.unwrap_or(tokens.len())]
}
