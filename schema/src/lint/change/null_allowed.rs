//! `null-allowed`: programs of before cannot read NULL.

use super::{ChangeRule, Hit};
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M018",
        name: "null-allowed",
        severity: Severity::Warn,
        reason: "programs of before read the column into a type that cannot be NULL, and fail on the first row that is",
        page: "https://squawkhq.com/docs/ban-drop-not-null",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    for pair in &subject.matched.pairs {
        for column in pair.new.columns.iter().filter(|column| column.nullable) {
            if pair.renamed_old.column(&column.name).is_some_and(|before| !before.nullable) {
                let (table, name) = (&pair.new.name, &column.name);
                hits.push(Hit {
                    of: format!("{table}.{name}"),
                    change: subject.hash(table, &format!("column `{name}`")),
                    message: format!("programs that are running cannot read NULL from `{table}.{name}`"),
                    help: "write no NULL before the last of them has stopped".to_owned(),
                });
            }
        }
    }
    hits
}
