//! `rows-written`: rows are written in the migration that changes their table.

use super::{ChangeRule, Hit};
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M025",
        name: "rows-written",
        severity: Severity::Warn,
        reason: "the table is locked for as long as all its rows are written",
        page: "https://github.com/ankane/strong_migrations#backfilling-data",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (table, name, _) in &subject.fill.given {
        if subject.matched.pairs.iter().any(|pair| *pair.new.name == **table) {
            hits.push(Hit {
                of: format!("{table}.{name}"),
                change: subject.hash(table, &format!("column `{name}`")),
                message: format!("the rows of `{table}` are written while the table is locked, to fill `{name}`"),
                help: "for a large table: make it an `Option`, fill it in portions, then require it".to_owned(),
            });
        }
    }
    hits
}
