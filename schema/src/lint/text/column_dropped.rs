//! `column-dropped-by-hand`: a column goes by a statement of somebody's own.

use super::{Body, Hit, TextRule};
use crate::lint::token::{Token, begins, name_after, name_at};
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
const OTHERS: [&str; 13] = [
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
    "UNUSED",
];

fn find(body: &Body<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each().filter(|_| body.is_forward) {
        let Some(table) = altered(tokens) else { continue };
        let is_planned = |name: &str| body.planned.drops_column(table, name) || is_computed_anew(body, table, name);
        let starts = tokens.iter().enumerate().filter_map(|(n, token)| {
            let is_unused = token.is("UNUSED") && n > 0 && tokens[n - 1].is("SET");
            (token.is("DROP") || is_unused).then_some(n + 1)
        });
        for name in starts.flat_map(|start| dropped(tokens, start)).filter(|name| !is_planned(name)) {
            let message = format!("the values of `{table}.{name}` would be lost");
            let help = "take the column out of the struct, and let a migration be written";
            hits.push(Hit::new(at, &format!("{table}.{name}"), message, help));
        }
    }
    hits
}

/// The table of `ALTER TABLE`, before which MariaDB takes words.
fn altered(tokens: &[Token]) -> Option<&str> {
    let words = tokens.iter().skip(1).take_while(|token| token.is("ONLINE") || token.is("IGNORE")).count();
    let is_it = begins(tokens, &["ALTER"]) && tokens.get(words + 1)?.is("TABLE");
    name_at(tokens, words + 2).filter(|_| is_it).map(|(name, _)| name)
}

/// The columns that stand there behind `DROP`: one, SQL Server's list of columns and constraints
/// (<https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-table-transact-sql>), or Oracle's in parentheses
/// (<https://docs.oracle.com/en/database/oracle/oracle-database/23/sqlrf/ALTER-TABLE.html>).
fn dropped(tokens: &[Token], start: usize) -> Vec<&str> {
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| words.iter().any(|word| token.is(word)));
    let is_symbol = |at: usize, symbol: char| tokens.get(at) == Some(&Token::Symbol(symbol));
    let ends = |at: usize| tokens.len() == at || [',', ')', ';'].into_iter().any(|symbol| is_symbol(at, symbol));
    let (mut names, mut at, mut is_constraint, mut is_listed) = (Vec::new(), start, false, false);
    at += usize::from(is_symbol(start, '('));
    loop {
        let is_column = is(at, &["COLUMN"]);
        let is_told = is_column || is(at, &["CONSTRAINT"]);
        // The word is of all that follow it.
        is_constraint = if is_told { !is_column } else { is_constraint };
        let is_other = !is_told && is(at, &OTHERS);
        while is(at, &["COLUMN", "CONSTRAINT", "IF", "EXISTS"]) {
            at += 1;
        }
        let Some(name) = tokens.get(at).and_then(Token::name).filter(|_| !is_other) else { break };
        // Behind a comma, other engines have another clause.
        if is_listed && !is_told && (is(at, &["FORCE"]) || !ends(at + 1)) {
            break;
        }
        if !is_constraint {
            names.push(name);
        }
        if !is_symbol(at + 1, ',') {
            break;
        }
        at += 2;
        is_listed = true;
    }
    names
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
