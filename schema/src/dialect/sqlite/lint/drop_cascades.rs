//! `drop-deletes-children`: dropping a table deletes what refers to its rows.

use crate::lint::token::{begins, name_after};
use crate::lint::{Body, Rule, Severity, TextHit, TextRule};
use crate::model::{ForeignKeyDef, TableDef};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "L102",
        name: "drop-deletes-children",
        severity: Severity::Refuse,
        reason: "while foreign keys are enforced, `DROP TABLE` deletes the rows first, and with them all that refer to them by `ON DELETE CASCADE`",
        page: "https://www.sqlite.org/foreignkeys.html#fk_schemacommands",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<TextHit> {
    let own = body.each().filter(|(_, tokens)| !body.in_transaction && begins(tokens, &["DROP", "TABLE"]));
    let hit = |(at, tokens)| {
        let name = name_after(tokens, &["DROP", "TABLE"])?;
        let refers = |def: &&TableDef| {
            let target = |key: &ForeignKeyDef| key.target.eq_ignore_ascii_case(name);
            !def.name.eq_ignore_ascii_case(name) && def.foreign_keys.iter().any(target)
        };
        let child = &body.tables.iter().find(refers)?.name;
        let message = format!("outside a transaction foreign keys are enforced, so rows of `{child}` go with `{name}`");
        let help =
            "leave out `\"transaction\": false`: in a migration's transaction they are not, and are checked at its end";
        Some(TextHit::new(at, name, message, help))
    };
    own.filter_map(hit).collect()
}
