//! `transaction-inside`: a transaction is begun or ended in a migration.

use super::several_statements::is_body;
use super::{Body, Hit, TextRule};
use crate::lint::token::{Token, begins};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M032",
        name: "transaction-inside",
        severity: Severity::Refuse,
        reason: "it ends the transaction of the migration: what is before it stays if what is behind it fails, and the lock is gone",
        page: "https://squawkhq.com/docs/transaction-nesting",
    },
    find,
};

/// What may follow such a word.
const MORE: [&str; 9] = ["TRANSACTION", "WORK", "TRAN", "IMMEDIATE", "EXCLUSIVE", "DEFERRED", "TO", "AND", "RETAIN"];

fn find(body: &Body<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each() {
        for part in tokens.split(|token| *token == Token::Symbol(';')) {
            let Some(first) = part.first() else { continue };
            // A block of Oracle, a body of MySQL and the end of either begin alike.
            let is_alone = part.get(1).is_none_or(|next| MORE.iter().any(|word| next.is(word)));
            let is_word = |words: &[&str]| words.iter().any(|word| first.is(word));
            let is_one = (is_word(&["BEGIN", "COMMIT", "ROLLBACK", "END"]) && is_alone)
                || is_word(&["SAVEPOINT", "RELEASE"])
                || begins(part, &["START", "TRANSACTION"])
                || begins(part, &["SET", "TRANSACTION"]);
            if is_one && !is_body(tokens) {
                let word = first.name().unwrap_or_default();
                let message = format!("`{word}` takes the transaction of the migration out of the runner's hands");
                let help = "leave it out; `\"transaction\": false` in the file makes each statement one of its own";
                hits.push(Hit::new(at, word, message, help));
            }
        }
    }
    hits
}
