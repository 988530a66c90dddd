//! What `DELETE` takes rows from, in the ways that engines spell it.

use super::token::{Token, begins, name_at};

/// What MySQL and MariaDB take between `DELETE` and its table (<https://dev.mysql.com/doc/refman/8.4/en/delete.html>).
const MODIFIERS: [&str; 3] = ["LOW_PRIORITY", "QUICK", "IGNORE"];

/// A `DELETE`.
pub(super) struct Deleted<'t> {
    /// The tables, by their names and not by those that they have in this statement alone.
    pub(super) tables: Vec<&'t str>,
    /// Whether no condition says which rows.
    pub(super) is_all: bool,
}

/// Those of a statement: one, or some behind `WITH`.
pub(super) fn all(tokens: &[Token]) -> Vec<Deleted<'_>> {
    let begins_one = |at: usize| at == 0 || matches!(tokens.get(at - 1), Some(Token::Symbol('(' | ')')));
    let is_read = begins(tokens, &["DELETE"]) || begins(tokens, &["WITH"]);
    let starts = tokens.iter().enumerate().filter(|(at, token)| is_read && token.is("DELETE") && begins_one(*at));
    starts.filter_map(|(at, _)| one(tokens.get(at + 1..)?)).collect()
}

/// The one that these tokens stand behind.
fn one(rest: &[Token]) -> Option<Deleted<'_>> {
    let mut at = rest.iter().take_while(|token| is_one(token, &MODIFIERS)).count();
    // SQL Server's TOP (..) PERCENT: <https://learn.microsoft.com/en-us/sql/t-sql/statements/delete-transact-sql>.
    if rest.get(at)?.is("TOP") {
        let limit = rest.get(at + 1..)?;
        at += 1 + outer(limit).nth(1).map_or(limit.len(), |(next, _)| next);
        at += usize::from(rest.get(at)?.is("PERCENT"));
    }
    at += usize::from(rest.get(at)?.is("FROM"));
    let mut named = Vec::new();
    while let Some((name, next)) = target(rest, at) {
        named.push(name);
        at = next + 1;
        if rest.get(next) != Some(&Token::Symbol(',')) {
            break;
        }
    }
    let behind: Vec<&Token> = outer(rest).filter(|(place, _)| *place + 1 >= at).map(|(_, token)| token).collect();
    let has = |words: &[&str]| behind.iter().any(|token| is_one(token, words));
    let is_joined = has(&["JOIN"]) && !has(&["LEFT", "RIGHT", "FULL", "CROSS"]);
    let sources = behind.iter().position(|token| is_one(token, &["FROM", "USING"]));
    let sources = sources.and_then(|start| behind.get(start..)).unwrap_or_default();
    let tables: Vec<&str> = named.into_iter().map(|name| table(name, sources)).collect();
    (!tables.is_empty()).then(|| Deleted { tables, is_all: !has(&["WHERE"]) && !is_joined })
}

fn is_one(token: &Token, words: &[&str]) -> bool {
    words.iter().any(|word| token.is(word))
}

/// The name that stands there, also as `name.*`, and where it ends.
fn target(tokens: &[Token], at: usize) -> Option<(&str, usize)> {
    let is_whole = tokens.get(at + 1..at + 3) == Some(&[Token::Symbol('.'), Token::Symbol('*')]);
    if is_whole { tokens.get(at)?.name().map(|name| (name, at + 3)) } else { name_at(tokens, at) }
}

/// The table that has this name in what a statement reads, which may be one that it has there alone.
fn table<'t>(name: &'t str, sources: &[&'t Token]) -> &'t str {
    let is_it = |token: &&Token| token.name().is_some_and(|other| other.eq_ignore_ascii_case(name));
    let Some(at) = sources.iter().position(is_it) else { return name };
    let before = sources.iter().take(at).rev().find(|token| !token.is("AS"));
    let stands_for = before.filter(|token| !is_one(token, &["FROM", "USING", "JOIN", "ONLY", "LATERAL"]));
    stands_for.and_then(|token| token.name()).unwrap_or(name)
}

/// The tokens outside of parentheses, with their places, up to the end of the list that all of them are in.
fn outer(tokens: &[Token]) -> impl Iterator<Item = (usize, &Token)> {
    let mut depth = 0_usize;
    let upto = tokens.iter().position(|token| {
        match token {
            Token::Symbol('(') => depth += 1,
            Token::Symbol(')') if depth == 0 => return true,
            Token::Symbol(')') => depth -= 1,
            Token::Symbol(_) | Token::Word(_) | Token::Name(_) | Token::Text(_) => {}
        }
        false
    });
    let own = tokens.get(..upto.unwrap_or(tokens.len())).unwrap_or_default();
    let mut depth = 0_usize;
    own.iter().enumerate().filter(move |(_, token)| {
        let is_outer = depth == 0;
        match token {
            Token::Symbol('(') => depth += 1,
            Token::Symbol(')') => depth = depth.saturating_sub(1),
            Token::Symbol(_) | Token::Word(_) | Token::Name(_) | Token::Text(_) => {}
        }
        is_outer
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::token::read;

    fn told(sql: &str) -> String {
        let tokens = read(sql, false);
        let told = all(&tokens).into_iter().map(|found| {
            let which = if found.is_all { "all" } else { "some" };
            format!("{which} of {}", found.tables.join(" "))
        });
        told.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn it_is_read_in_every_spelling() {
        for (sql, expected) in [
            ("DELETE FROM people", "all of people"),
            ("DELETE QUICK FROM people", "all of people"),
            ("DELETE LOW_PRIORITY IGNORE FROM shop.people", "all of people"),
            ("DELETE p FROM people p", "all of people"),
            ("DELETE p FROM people AS p WHERE p.id = 1", "some of people"),
            ("DELETE p.*, t.* FROM people p CROSS JOIN towns t", "all of people towns"),
            ("DELETE FROM p USING people AS p", "all of people"),
            ("DELETE a FROM a JOIN b ON a.id = b.id", "some of a"),
            ("DELETE FROM ONLY people", "all of people"),
            ("DELETE people", "all of people"),
            ("DELETE people WHERE id = 1", "some of people"),
            ("DELETE TOP (100) PERCENT FROM people", "all of people"),
            ("DELETE TOP (5) people OUTPUT deleted.*", "all of people"),
            ("DELETE FROM p FROM [dbo].[people] AS p", "all of people"),
            ("DELETE FROM people RETURNING (SELECT 1 FROM t WHERE a)", "all of people"),
            ("WITH gone AS (DELETE FROM people RETURNING id) SELECT 1 WHERE true", "all of people"),
            ("WITH old AS (SELECT 1) DELETE FROM people WHERE id IN (SELECT * FROM old)", "some of people"),
            ("CREATE TRIGGER a BEFORE DELETE ON b", ""),
            ("DELETE", ""),
            ("DELETE TOP", ""),
            ("DELETE FROM", ""),
            ("DELETE FROM )", ""),
        ] {
            assert_eq!(told(sql), expected, "{sql}");
        }
    }
}
