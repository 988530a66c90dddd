//! `formats-spent`: a table has as many formats of its rows as there were changes of it, and at most 255.

use crate::lint::token::{Token, begins, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "F106",
        name: "formats-spent",
        severity: Severity::Warn,
        reason: "each statement that changes the columns of a table makes another format of its rows, and after 255 of them only a backup that is restored helps",
        page: "https://firebirdsql.org/file/documentation/html/en/refdocs/fblangref40/firebird-40-language-reference.html#fblangref40-ddl-tbl-alter",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    // A plan makes one statement of what can be one.
    let altered: Vec<Option<&str>> =
        body.each().map(|(_, tokens)| altered(tokens).filter(|_| body.planned.is_empty())).collect();
    let follows = altered.windows(2).enumerate().filter(|(_, pair)| pair[0].is_some() && pair[0] == pair[1]);
    let hit = |(before, pair): (usize, &[Option<&str>])| {
        let name = pair[1]?;
        let message = format!("`{name}` gets a format of its rows for each of two statements that follow each other");
        Some(TextHit::new(before + 1, name, message, "make them one `ALTER TABLE`, with a comma between the clauses"))
    };
    follows.filter_map(hit).collect()
}

/// The table whose columns a statement changes.
fn altered(tokens: &[Token]) -> Option<&str> {
    let is_other = |token: Option<&Token>| {
        let others = ["CONSTRAINT", "PRIMARY", "UNIQUE", "FOREIGN", "CHECK", "DEFAULT", "NOT", "IDENTITY"];
        token.is_some_and(|token| others.iter().any(|word| token.is(word)))
    };
    let changes = |(at, token): (usize, &Token)| (token.is("ADD") || token.is("DROP")) && !is_other(tokens.get(at + 1));
    let is_change = has(tokens, &["TYPE"]) || tokens.iter().enumerate().any(changes);
    begins(tokens, &["ALTER", "TABLE"]).then(|| name_after(tokens, &["ALTER", "TABLE"])).flatten().filter(|_| is_change)
}
