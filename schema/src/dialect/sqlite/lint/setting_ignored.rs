//! L109: a `PRAGMA` about the connection does nothing in a transaction, and holds for no other statement.

use crate::lint::token::{Token, begins};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "L109",
        name: "setting-ignored",
        severity: Severity::Warn,
        reason: "in a transaction it does nothing, and outside of one the connection is set back before the next statement",
        page: "https://www.sqlite.org/pragma.html#pragma_foreign_keys",
    },
    find,
};

/// What a connection is told. Settings of the file (`user_version`, `journal_mode`) stay.
const SETTINGS: [&str; 8] = [
    "defer_foreign_keys",
    "foreign_keys",
    "ignore_check_constraints",
    "legacy_alter_table",
    "query_only",
    "recursive_triggers",
    "trusted_schema",
    "writable_schema",
];

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let mut hits = Vec::new();
    for (at, tokens) in body.each().filter(|(_, tokens)| begins(tokens, &["PRAGMA"])) {
        // A schema may stand before its name.
        let names = tokens.iter().take(4).filter_map(Token::name);
        let own = names.filter_map(|name| SETTINGS.into_iter().find(|own| name.eq_ignore_ascii_case(own))).next();
        if let Some(name) = own {
            let message =
                format!("`{name}` is about the connection, and holds for no other statement of the migration");
            let help = "take it out: references are not enforced while tables are changed, and are compared in the end";
            hits.push(TextHit::new(at, name, message, help));
        }
    }
    hits
}
