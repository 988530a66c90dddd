//! `effect-undeclared`: a table of the structs becomes another, and no change says so.

use super::{Body, Hit, TextRule};
use crate::lint::token::{begins, name_after};
use crate::lint::{Rule, Severity};

pub(super) const LINT: TextRule = TextRule {
    rule: Rule {
        code: "M024",
        name: "effect-undeclared",
        severity: Severity::Warn,
        reason: "structs, snapshot and ways back know a table by the changes that are declared, and this is none of them",
        page: "https://github.com/ankane/strong_migrations#executing-SQL-directly",
    },
    find,
};

fn find(body: &Body<'_>) -> Vec<Hit> {
    let own = body
        .each()
        .filter(|(_, tokens)| body.planned.is_empty() && body.is_forward && begins(tokens, &["ALTER", "TABLE"]));
    let hit = |(at, tokens)| {
        let name = name_after(tokens, &["ALTER", "TABLE"])?;
        let table = &body.tables.iter().find(|table| table.name.eq_ignore_ascii_case(name))?.name;
        let message = format!("`{table}` is changed by hand, and no struct says how");
        let help = "change the struct and let the migration be written; statements of your own can be added to it";
        Some(Hit::new(at, table, message, help))
    };
    own.filter_map(hit).collect()
}
