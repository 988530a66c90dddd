//! `probable-rename`: a column goes and one of the same kind comes.

use super::{ChangeRule, Hit, of_kind};
use crate::diff::{Change, Verb};
use crate::lint::subject::hash;
use crate::lint::{Rule, Severity, Subject};

pub(super) const LINT: ChangeRule = ChangeRule {
    rule: Rule {
        code: "M005",
        name: "probable-rename",
        severity: Severity::Refuse,
        reason: "a rename that nobody declared is a drop and an add, and the values are lost",
        page: "https://github.com/prisma/prisma/issues/7790",
    },
    find,
};

fn find(subject: &Subject<'_>) -> Vec<Hit> {
    let dropped = of_kind(subject, Verb::Drop, "column").filter(|(change, _)| change.loses_data);
    let hit = |(change, name): (&Change, &str)| {
        let table = &change.table;
        let new = successor(subject, table, name)?;
        Some(Hit {
            of: format!("{table}.{name}"),
            change: hash([change].into_iter()),
            message: format!(
                "the values of `{table}.{name}` would be lost, and `{new}`, which comes, is of the same type"
            ),
            help: format!("write `renamed_from = \"{name}\"` on `{new}`, or give the values up by name"),
        })
    };
    dropped.filter_map(hit).collect()
}

/// A column that comes and could be the one that goes: of one type, and both take NULL or neither does.
pub(super) fn successor<'s>(subject: &'s Subject<'_>, table: &str, name: &str) -> Option<&'s str> {
    let pair = subject.matched.pairs.iter().find(|pair| *pair.new.name == *table)?;
    let gone = pair.renamed_old.column(name)?;
    let comes = pair.new.columns.iter().filter(|column| pair.renamed_old.column(&column.name).is_none());
    let mut alike = comes.filter(|column| {
        column.generated.is_none() && (&column.data_type, column.nullable) == (&gone.data_type, gone.nullable)
    });
    alike.next().map(|column| &*column.name)
}
