//! `invalid-index-left`: what an index that failed left behind counts as an index.

use crate::lint::token::{Token, begins, has, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "P104",
        name: "invalid-index-left",
        severity: Severity::Refuse,
        reason: "an index whose building failed stays there, INVALID; `IF NOT EXISTS` finds it and is content",
        page: "https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let own = body.each().filter(|(_, tokens)| has(tokens, &["INDEX", "CONCURRENTLY", "IF", "NOT", "EXISTS"]));
    let hit = |(at, tokens): (usize, &[Token])| {
        let name = name_after(tokens, &["INDEX"])?;
        let is_dropped = body.statements[..at].iter().any(|other| {
            begins(&other.tokens, &["DROP", "INDEX"]) && name_after(&other.tokens, &["INDEX"]) == Some(name)
        });
        let message = format!("if building `{name}` failed before, an INVALID index of that name is there and stays");
        let help = format!("before it: `DROP INDEX CONCURRENTLY IF EXISTS {name}`");
        (!is_dropped).then(|| TextHit::new(at, name, message, help))
    };
    own.filter_map(hit).collect()
}
