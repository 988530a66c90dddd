//! `wide-index`: an index of many columns.

use super::{ChangeRule, Hit};
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M023",
        name: "wide-index",
        severity: Severity::Warn,
        reason: "every write pays for all its columns, and searches rarely use more than the first ones",
        page: "https://github.com/ankane/strong_migrations#keeping-non-unique-indexes-to-three-columns-or-less",
    },
    find,
};

/// More are seldom used.
const MOST: usize = 3;

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for pair in &subject.matched.pairs {
        for index in pair.new.indexes.iter().filter(|index| !index.unique && index.parts.len() > MOST) {
            if !pair.renamed_old.indexes.contains(index) {
                let (table, name) = (&pair.new.name, &index.name);
                hits.push(Hit {
                    of: format!("{table}.{name}"),
                    change: subject.hash(table, &format!("index `{name}`")),
                    message: format!("index `{name}` of `{table}` is over {} columns", index.parts.len()),
                    help: "start with those that leave the fewest rows, and leave out the others".to_owned(),
                });
            }
        }
    }
    hits
}
