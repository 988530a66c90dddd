//! What is wrong with the statements of a DAO.

use std::collections::BTreeSet;

use super::Rules;
use super::token::{self, Token};

/// Everything wrong with one statement; `parameters` is how many it should take, if that is known.
pub fn judge(rules: &Rules, statement: &str, parameters: Option<usize>) -> Vec<String> {
    let tokens = token::read(&rules.lexis, statement);
    let mut wrong = super::words(rules, &tokens);
    let merge = tokens.first().is_some_and(|token| token.is("MERGE"));
    let needs_end = merge && rules.lexis.parameter == "@P";
    if (tokens.last() == Some(&Token::Symbol(';'))) != needs_end {
        wrong.push("MERGE of T-SQL ends in a semicolon, nothing else does".to_owned());
    }
    wrong.extend(inserted(&tokens));
    if merge {
        wrong.extend(merged(&tokens));
    }
    wrong.extend(paged(rules, &tokens));
    wrong.extend(numbered(&tokens, parameters));
    wrong.into_iter().map(|wrong| format!("{wrong}\n    {statement}")).collect()
}

/// As many values as columns.
fn inserted(tokens: &[Token]) -> Vec<String> {
    let Some(insert) = tokens.iter().position(|token| token.is("INSERT")) else { return Vec::new() };
    if token::find(&tokens[insert..], &["DEFAULT", "VALUES"]).is_some() {
        return Vec::new();
    }
    let lists = token::parenthesis(tokens, insert).and_then(|(columns, end)| {
        let values = end + tokens[end..].iter().position(|token| token.is("VALUES"))?;
        Some((columns, token::parenthesis(tokens, values)?.0))
    });
    match lists {
        None => vec!["an INSERT without lists of columns and values".to_owned()],
        Some((columns, values)) => {
            let (columns, values) = (token::split(columns).len(), token::split(values).len());
            (columns != values).then(|| format!("{columns} columns get {values} values")).into_iter().collect()
        }
    }
}

/// The columns of ON are not changed: ORA-38104.
fn merged(tokens: &[Token]) -> Vec<String> {
    let part = |from: &[&str], to: &[&str]| -> Option<&[Token]> {
        let start = token::find(tokens, from)?;
        let length = token::find(&tokens[start..], to).unwrap_or(tokens.len() - start);
        Some(&tokens[start..start + length])
    };
    let Some(on) = part(&["ON"], &["WHEN"]) else { return vec!["a MERGE without ON".to_owned()] };
    let Some(set) = part(&["UPDATE", "SET"], &["WHEN"]) else { return Vec::new() };
    let keys: BTreeSet<&str> = on.iter().filter_map(Token::name).collect();
    let changed = token::split(&set[2..]).into_iter().filter_map(|change| {
        let equals = change.iter().position(|token| *token == Token::Symbol('='))?;
        change[..equals].iter().rev().find_map(Token::name)
    });
    changed.filter(|column| keys.contains(column)).map(|column| format!("MERGE changes `{column}` of ON")).collect()
}

/// T-SQL pages only what is ordered.
fn paged(rules: &Rules, tokens: &[Token]) -> Vec<String> {
    let has = |word: &str| tokens.iter().any(|token| token.is(word));
    let mut wrong = Vec::new();
    if rules.lexis.parameter == "@P" && (has("OFFSET") || has("FETCH")) {
        if token::find(tokens, &["ORDER", "BY"]).is_none() {
            wrong.push("OFFSET without ORDER BY".to_owned());
        }
        if has("FETCH") && !has("OFFSET") {
            wrong.push("FETCH without OFFSET".to_owned());
        }
    }
    if has("LIMIT") {
        wrong.push("neither engine has LIMIT".to_owned());
    }
    wrong
}

/// Parameters count from 1 without gaps.
fn numbered(tokens: &[Token], expected: Option<usize>) -> Vec<String> {
    let numbers: BTreeSet<u32> = tokens
        .iter()
        .filter_map(|token| match token {
            Token::Parameter(number) => Some(*number),
            _ => None,
        })
        .collect();
    let mut wrong = Vec::new();
    if !numbers.iter().copied().eq(1..=u32::try_from(numbers.len()).unwrap_or(u32::MAX)) {
        wrong.push(format!("parameters {numbers:?} have gaps"));
    }
    if let Some(expected) = expected
        && numbers.len() != expected
    {
        wrong.push(format!("{} parameters instead of {expected}", numbers.len()));
    }
    wrong
}
